import type {
  DecisionDefinitionType,
  DecisionInstanceDetails,
  DecisionInstanceResult,
  DecisionInstanceSearch,
  EvaluatedDecisionInput,
  MatchedDecisionRule,
} from '@iter/contract';
import type { MatchedRule, NamedValue } from '@iter/engine-core';
import {
  seesAllCases,
  sqlParameters,
  visibleCase,
  visibleCases,
  type SqlParameters,
  type Viewer,
} from '@iter/identity';
import { filterConditions, keyParameter, type FilterColumn } from '../../search/filter.ts';
import { queryPage, type SortColumn } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import { iso } from '../rows.ts';
import type { SearchResult } from './search-process-instances.query.ts';

const FROM =
  'decision_instance i LEFT JOIN process_instance c ON c.process_instance_key = i.process_instance_key';
const INSTANCE_KEY = `(i.decision_evaluation_key || '-' || i.position)`;
const STATE = `CASE WHEN i.failure IS NULL THEN 'EVALUATED' ELSE 'FAILED' END`;
const SELECT = `${INSTANCE_KEY} AS instance_key, i.decision_evaluation_key, i.tenant_id, i.process_instance_key,
  i.root_key, i.process_definition_key, i.element_instance_key, i.evaluated_at, i.root_decision_key, i.decision_key,
  i.decision_id, i.name, i.version, i.type, i.result, i.failure, ${STATE} AS state`;

interface DecisionInstanceRow {
  readonly instance_key: string;
  readonly decision_evaluation_key: string;
  readonly tenant_id: string;
  readonly process_instance_key: string | null;
  readonly root_key: string | null;
  readonly process_definition_key: string | null;
  readonly element_instance_key: string | null;
  readonly evaluated_at: Date;
  readonly root_decision_key: string;
  readonly decision_key: string;
  readonly decision_id: string;
  readonly name: string;
  readonly version: number;
  readonly type: DecisionDefinitionType;
  readonly result: string;
  readonly failure: string | null;
  readonly state: 'EVALUATED' | 'FAILED';
}
interface DetailsRow extends DecisionInstanceRow {
  readonly inputs: readonly NamedValue[];
  readonly matched_rules: readonly MatchedRule[];
}

const SORT = {
  decisionDefinitionId: { sql: 'i.decision_id', type: 'text' },
  decisionDefinitionKey: { sql: 'i.decision_key', type: 'bigint' },
  decisionDefinitionName: { sql: 'i.name', type: 'text' },
  decisionDefinitionType: { sql: 'i.type', type: 'text' },
  decisionDefinitionVersion: { sql: 'i.version', type: 'integer' },
  decisionEvaluationInstanceKey: { sql: INSTANCE_KEY, type: 'text' },
  decisionEvaluationKey: { sql: 'i.decision_evaluation_key', type: 'bigint' },
  elementInstanceKey: { sql: 'i.element_instance_key', type: 'bigint', nullable: true },
  evaluationDate: { sql: 'i.evaluated_at', type: 'timestamptz' },
  evaluationFailure: { sql: 'i.failure', type: 'text', nullable: true },
  processDefinitionKey: { sql: 'i.process_definition_key', type: 'bigint', nullable: true },
  processInstanceKey: { sql: 'i.process_instance_key', type: 'bigint', nullable: true },
  rootDecisionDefinitionKey: { sql: 'i.root_decision_key', type: 'bigint' },
  state: { sql: STATE, type: 'text' },
  tenantId: { sql: 'i.tenant_id', type: 'text' },
} as const satisfies Record<string, SortColumn>;
const POSITION: SortColumn = { sql: 'i.position', type: 'integer' };

const FILTER = {
  decisionEvaluationInstanceKey: { sql: INSTANCE_KEY, type: 'text' },
  state: { sql: STATE, type: 'text' },
  evaluationFailure: { sql: 'i.failure', type: 'text' },
  evaluationDate: { sql: 'i.evaluated_at', type: 'timestamp' },
  decisionDefinitionId: { sql: 'i.decision_id', type: 'text' },
  decisionDefinitionName: { sql: 'i.name', type: 'text' },
  decisionDefinitionVersion: { sql: 'i.version', type: 'integer' },
  decisionDefinitionType: { sql: 'i.type', type: 'text' },
  tenantId: { sql: 'i.tenant_id', type: 'text' },
  decisionEvaluationKey: { sql: 'i.decision_evaluation_key', type: 'key' },
  processDefinitionKey: { sql: 'i.process_definition_key', type: 'key' },
  processInstanceKey: { sql: 'i.process_instance_key', type: 'key' },
  decisionDefinitionKey: { sql: 'i.decision_key', type: 'key' },
  elementInstanceKey: { sql: 'i.element_instance_key', type: 'key' },
  rootDecisionDefinitionKey: { sql: 'i.root_decision_key', type: 'key' },
  decisionRequirementsKey: { sql: 'i.requirements_key', type: 'key' },
} as const satisfies Record<string, FilterColumn>;

/** `POST /v2/decision-instances/search`. */
export async function searchDecisionInstances(
  { database, viewer }: Reader,
  search: DecisionInstanceSearch,
): Promise<SearchResult<DecisionInstanceResult>> {
  const parameters = sqlParameters();
  const { filter } = search;
  const isNamed = filter?.processInstanceKey !== undefined || filter?.decisionEvaluationKey !== undefined;
  const { rows, page } = await queryPage<DecisionInstanceRow>(database, {
    select: SELECT,
    from: FROM,
    where: [visible(viewer, isNamed, parameters), ...filterConditions(filter, FILTER, parameters)],
    sort: sortBy(SORT, search.sort, [SORT.decisionEvaluationKey, POSITION]),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(instanceResult), page };
}

/**
 * `GET /v2/decision-instances/{decisionEvaluationInstanceKey}`; undefined where it is unknown or unseen.
 *
 * @param instanceKey `<decisionEvaluationKey>-<index>`
 */
export async function getDecisionInstance(
  { database, viewer }: Reader,
  instanceKey: string,
): Promise<DecisionInstanceDetails | undefined> {
  const parameters = sqlParameters();
  const evaluationKey = parameters.add(keyParameter(instanceKey.split('-')[0] ?? ''));
  const [row] = await database.query<DetailsRow>(
    `SELECT ${SELECT}, i.inputs, i.matched_rules FROM ${FROM}
      WHERE i.decision_evaluation_key = ${evaluationKey}::bigint AND ${INSTANCE_KEY} = ${parameters.add(instanceKey)}
        AND ${visible(viewer, true, parameters)}`,
    parameters.values,
  );
  return row && { ...instanceResult(row), ...decisionReasons(row.inputs, row.matched_rules) };
}

/** Inputs and rules as answers carry them. */
export function decisionReasons(
  inputs: readonly NamedValue[],
  rules: readonly MatchedRule[],
): { evaluatedInputs: EvaluatedDecisionInput[]; matchedRules: MatchedDecisionRule[] } {
  return {
    evaluatedInputs: inputs.map(({ id, name, value }) => ({
      inputId: id,
      inputName: name,
      inputValue: value,
    })),
    matchedRules: rules.map((rule) => ({
      ruleId: rule.id,
      ruleIndex: rule.index,
      evaluatedOutputs: rule.outputs.map(({ id, name, value }) => ({
        outputId: id,
        outputName: name,
        outputValue: value,
        ruleId: rule.id,
        ruleIndex: rule.index,
      })),
    })),
  };
}

/** Decisions of a case are seen with the case; what was asked over the API is seen by who asked. */
function visible(viewer: Viewer, isNamed: boolean, parameters: SqlParameters): string {
  const tenant = `i.tenant_id = ${parameters.add(viewer.tenantId)}`;
  if (seesAllCases(viewer)) return tenant;
  const ofCase = (isNamed ? visibleCase : visibleCases)(viewer, 'c', parameters);
  const own = `i.process_instance_key IS NULL AND i.evaluated_by = ${parameters.add(viewer.userId)}`;
  return `(${tenant} AND (${ofCase} OR (${own})))`;
}

function instanceResult(row: DecisionInstanceRow): DecisionInstanceResult {
  return {
    decisionDefinitionId: row.decision_id,
    decisionDefinitionKey: row.decision_key,
    decisionDefinitionName: row.name,
    decisionDefinitionType: row.type,
    decisionDefinitionVersion: row.version,
    decisionEvaluationInstanceKey: row.instance_key,
    decisionEvaluationKey: row.decision_evaluation_key,
    elementInstanceKey: row.element_instance_key,
    evaluationDate: iso(row.evaluated_at),
    evaluationFailure: row.failure,
    processDefinitionKey: row.process_definition_key,
    processInstanceKey: row.process_instance_key,
    result: row.result,
    rootDecisionDefinitionKey: row.root_decision_key,
    rootProcessInstanceKey: row.root_key,
    state: row.state,
    tenantId: row.tenant_id,
  };
}
