import type {
  Actor,
  DecisionQuery,
  DecisionRef,
  DecisionVersion,
  DefinitionQuery,
  DefinitionRef,
  DefinitionStore,
  DeploymentIds,
  DeploymentWrite,
  LatestVersions,
  StoredDefinition,
} from '@iter/engine-runtime';
import type pg from 'pg';
import { DEPLOYMENT_CHANNEL } from './announcements.ts';
import { latestVersions } from './latest-versions.ts';
import { saveDeployment } from './save-deployment.ts';
import * as sql from './sql/definitions.sql.ts';
import { inTransaction } from './transaction.ts';

/** Deployments and definitions on PostgreSQL. */
export class PostgresDefinitionStore implements DefinitionStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async find(tenantId: string, query: DefinitionQuery): Promise<StoredDefinition | undefined> {
    const [condition, ...parameters] = definitionCondition(query);
    const { rows } = await this.#pool.query<DefinitionRow & { content: Uint8Array }>(
      `${sql.FIND_DEFINITION} AND ${condition} ORDER BY d."version" DESC LIMIT 1`,
      [tenantId, ...parameters],
    );
    return rows[0] && { ...definitionRef(rows[0]), content: rows[0].content };
  }

  async latest(tenantId: string, processId: string): Promise<DefinitionRef | undefined> {
    const { rows } = await this.#pool.query<DefinitionRow>(sql.LATEST_DEFINITION, [tenantId, processId]);
    return rows[0] && definitionRef(rows[0]);
  }

  async conditionalStarts(tenantId: string): Promise<readonly string[]> {
    const { rows } = await this.#pool.query<{ definition_key: string }>(sql.CONDITIONAL_STARTS, [tenantId]);
    return rows.map((row) => row.definition_key);
  }

  async findDecision(tenantId: string, query: DecisionQuery): Promise<DecisionRef | undefined> {
    const [condition, ...parameters] = decisionCondition(query);
    const { rows } = await this.#pool.query<DecisionRow>(
      `${sql.FIND_DECISION} AND ${condition} ORDER BY d."version" DESC LIMIT 1`,
      [tenantId, ...parameters],
    );
    const row = rows[0];
    return (
      row && {
        decisionKey: row.decision_key,
        requirementsKey: row.requirements_key,
        requirementsId: row.requirements_id,
        decisionId: row.decision_id,
        name: row.name,
        version: row.version,
        decisions: row.decisions,
        content: row.content,
        models: row.models,
      }
    );
  }

  async deploy(
    caller: { readonly tenantId: string; readonly actor: Actor },
    ids: DeploymentIds,
    write: (latest: LatestVersions) => DeploymentWrite | undefined,
  ): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      await client.query(sql.LOCK_DEPLOYMENTS, [caller.tenantId]);
      const deployment = write(await latestVersions(client, caller.tenantId, ids));
      if (!deployment) return;
      await saveDeployment(client, caller, deployment);
      await client.query('SELECT pg_notify($1, $2)', [DEPLOYMENT_CHANNEL, caller.tenantId]);
    });
  }
}

function definitionCondition(query: DefinitionQuery): [string, ...unknown[]] {
  if ('definitionKey' in query) return ['d."definition_key" = $2', query.definitionKey];
  const byId = 'd."process_id" = $2';
  if ('versionTag' in query) return [`${byId} AND d."version_tag" = $3`, query.processId, query.versionTag];
  if ('deploymentKey' in query)
    return [`${byId} AND d."deployment_key" = $3`, query.processId, query.deploymentKey];
  if (query.version === 'latest') return [byId, query.processId];
  return [`${byId} AND d."version" = $3`, query.processId, query.version];
}

function decisionCondition(query: DecisionQuery): [string, ...unknown[]] {
  if ('decisionKey' in query) return ['d."decision_key" = $2', query.decisionKey];
  const byId = 'd."decision_id" = $2';
  if ('versionTag' in query) return [`${byId} AND d."version_tag" = $3`, query.decisionId, query.versionTag];
  if ('deploymentKey' in query)
    return [`${byId} AND d."deployment_key" = $3`, query.decisionId, query.deploymentKey];
  return [byId, query.decisionId];
}

interface DefinitionRow {
  definition_key: string;
  tenant_id: string;
  deployment_key: string;
  process_id: string;
  version: number;
  version_tag: string | null;
  name: string | null;
}
function definitionRef(row: DefinitionRow): DefinitionRef {
  return {
    definitionKey: row.definition_key,
    tenantId: row.tenant_id,
    deploymentKey: row.deployment_key,
    processId: row.process_id,
    version: row.version,
    versionTag: row.version_tag,
    name: row.name,
  };
}
interface DecisionRow {
  decision_key: string;
  requirements_key: string;
  requirements_id: string;
  decision_id: string;
  name: string;
  version: number;
  decisions: DecisionVersion[];
  content: Uint8Array;
  models: Uint8Array[];
}
