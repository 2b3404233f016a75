import type { DeploymentIds, LatestVersions } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import * as sql from './sql/definitions.sql.ts';

/** The latest version of everything a deployment names. */
export async function latestVersions(
  client: pg.PoolClient,
  tenantId: string,
  ids: DeploymentIds,
): Promise<LatestVersions> {
  const read = async <Row extends pg.QueryResultRow>(
    text: string,
    names: readonly string[],
  ): Promise<Row[]> => {
    if (names.length === 0) return [];
    return (await client.query<Row>(text, [tenantId, binaryArray('text', names)])).rows;
  };
  const resources = await read<ResourceRow>(sql.LATEST_RESOURCES, ids.resources);
  const processes = await read<ProcessRow>(sql.LATEST_PROCESSES, ids.processes);
  const forms = await read<FormRow>(sql.LATEST_FORMS, ids.forms);
  const requirements = await read<RequirementsRow>(sql.LATEST_REQUIREMENTS, ids.requirements);
  const decisions = await read<DecisionRow>(sql.LATEST_DECISIONS, ids.decisions);
  return {
    resources: new Map(resources.map((row) => [row.name, resourceOf(row)])),
    processes: new Map(processes.map((row) => [row.process_id, processOf(row)])),
    forms: new Map(forms.map((row) => [row.form_id, formOf(row)])),
    requirements: new Map(requirements.map((row) => [row.requirements_id, requirementsOf(row)])),
    decisions: new Map(decisions.map((row) => [row.decision_id, decisionOf(row)])),
  };
}

interface ResourceRow {
  name: string;
  resource_key: string;
  deployment_key: string;
  version: number;
  checksum: Uint8Array;
  deployed_at: Date;
}
function resourceOf(row: ResourceRow) {
  return {
    resourceKey: row.resource_key,
    deploymentKey: row.deployment_key,
    deployedAt: row.deployed_at.getTime(),
    version: row.version,
    checksum: row.checksum,
  };
}

interface ProcessRow {
  definition_key: string;
  resource_key: string;
  process_id: string;
  version: number;
  version_tag: string | null;
  name: string | null;
  start_form_id: string | null;
  has_start_form: boolean;
}
function processOf(row: ProcessRow) {
  return {
    definitionKey: row.definition_key,
    resourceKey: row.resource_key,
    processId: row.process_id,
    version: row.version,
    versionTag: row.version_tag,
    name: row.name,
    startFormId: row.start_form_id,
    hasStartForm: row.has_start_form,
  };
}

interface FormRow {
  form_key: string;
  resource_key: string;
  form_id: string;
  version: number;
  version_tag: string | null;
}
function formOf(row: FormRow) {
  return {
    formKey: row.form_key,
    resourceKey: row.resource_key,
    formId: row.form_id,
    version: row.version,
    versionTag: row.version_tag,
  };
}

interface RequirementsRow {
  requirements_key: string;
  resource_key: string;
  requirements_id: string;
  name: string;
  version: number;
}
function requirementsOf(row: RequirementsRow) {
  return {
    requirementsKey: row.requirements_key,
    resourceKey: row.resource_key,
    requirementsId: row.requirements_id,
    name: row.name,
    version: row.version,
  };
}

interface DecisionRow {
  decision_key: string;
  requirements_key: string;
  decision_id: string;
  name: string;
  version: number;
  version_tag: string | null;
}
function decisionOf(row: DecisionRow) {
  return {
    decisionKey: row.decision_key,
    requirementsKey: row.requirements_key,
    decisionId: row.decision_id,
    name: row.name,
    version: row.version,
    versionTag: row.version_tag,
  };
}
