import type { Actor, DeploymentWrite } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import { toColumns } from './columns.ts';

/** Writes a deployment and replaces what the older versions of its processes waited for (INS-17). */
export async function saveDeployment(
  client: pg.PoolClient,
  caller: { readonly tenantId: string; readonly actor: Actor },
  deployment: DeploymentWrite,
): Promise<void> {
  const { tenantId, actor } = caller;
  const { deploymentKey } = deployment;
  const common = { tenantId, deploymentKey };
  const deployedAt = new Date(deployment.deployedAt);
  // As everywhere: a person's id can then never be taken for a part of the system.
  await insert(client, 'deployment', [{ ...common, deployedAt, deployedBy: JSON.stringify(actor) }]);
  const tables = {
    deployed_resource: deployment.resources,
    form_definition: deployment.forms,
    decision_requirements: deployment.requirements,
    decision_definition: deployment.decisions,
    process_definition: deployment.processes,
  };
  for (const [table, records] of Object.entries(tables))
    await insert(
      client,
      table,
      records.map((record) => ({ ...common, ...record })),
    );
  await replaceStarts(client, tenantId, deployment);
}

async function replaceStarts(
  client: pg.PoolClient,
  tenantId: string,
  deployment: DeploymentWrite,
): Promise<void> {
  const ids = binaryArray(
    'text',
    deployment.processes.map((process) => process.processId),
  );
  for (const table of ['start_subscription', 'start_timer', 'start_occurrence'])
    await client.query(`DELETE FROM "${table}" WHERE "tenant_id" = $1 AND "process_id" = ANY ($2::text[])`, [
      tenantId,
      ids,
    ]);
  const subscriptions = deployment.subscriptions.map((start) => ({ tenantId, ...start }));
  await insert(client, 'start_subscription', subscriptions);
  const timers = deployment.timers.map((timer) => ({ ...timer, tenantId, dueAt: new Date(timer.dueAt) }));
  await insert(client, 'start_timer', timers);
}

/** Deployments are rare and small: a statement for each row. */
async function insert(client: pg.PoolClient, table: string, records: readonly object[]): Promise<void> {
  for (const record of records) {
    const row = toColumns(record);
    const names = Object.keys(row);
    const columns = names.map((name) => `"${name}"`).join(', ');
    const places = names.map((_name, index) => `$${index + 1}`).join(', ');
    await client.query(`INSERT INTO "${table}" (${columns}) VALUES (${places})`, Object.values(row));
  }
}
