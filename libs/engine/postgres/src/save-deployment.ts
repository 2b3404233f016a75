import { Buffer } from 'node:buffer';
import type { Actor, DeploymentWrite } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';

/** Writes a deployment and replaces what the older versions of its processes waited for (INS-17). */
export async function saveDeployment(
  client: pg.PoolClient,
  caller: { readonly tenantId: string; readonly actor: Actor },
  deployment: DeploymentWrite,
): Promise<void> {
  const { tenantId, actor } = caller;
  const common = { tenant_id: tenantId, deployment_key: deployment.deploymentKey };
  await insert(client, 'deployment', {
    ...common,
    deployed_at: new Date(deployment.deployedAt),
    // As everywhere: a person's id can then never be taken for a part of the system.
    deployed_by: JSON.stringify(actor),
  });
  for (const resource of deployment.resources)
    await insert(client, 'deployed_resource', {
      ...common,
      resource_key: resource.resourceKey,
      name: resource.name,
      kind: resource.kind,
      version: resource.version,
      checksum: Buffer.from(resource.checksum),
      content: Buffer.from(resource.content),
    });
  await saveForms(client, common, deployment);
  await saveDecisions(client, common, deployment);
  await saveProcesses(client, common, deployment);
  await replaceStarts(client, tenantId, deployment);
}

type Common = Readonly<Record<'tenant_id' | 'deployment_key', string>>;

async function saveForms(client: pg.PoolClient, common: Common, deployment: DeploymentWrite): Promise<void> {
  for (const form of deployment.forms)
    await insert(client, 'form_definition', {
      ...common,
      form_key: form.formKey,
      resource_key: form.resourceKey,
      form_id: form.formId,
      version: form.version,
      version_tag: form.versionTag,
    });
}

async function saveDecisions(
  client: pg.PoolClient,
  common: Common,
  deployment: DeploymentWrite,
): Promise<void> {
  for (const requirements of deployment.requirements)
    await insert(client, 'decision_requirements', {
      ...common,
      requirements_key: requirements.requirementsKey,
      resource_key: requirements.resourceKey,
      requirements_id: requirements.requirementsId,
      name: requirements.name,
      version: requirements.version,
    });
  for (const decision of deployment.decisions)
    await insert(client, 'decision_definition', {
      ...common,
      decision_key: decision.decisionKey,
      requirements_key: decision.requirementsKey,
      decision_id: decision.decisionId,
      name: decision.name,
      version: decision.version,
      version_tag: decision.versionTag,
    });
}

async function saveProcesses(
  client: pg.PoolClient,
  common: Common,
  deployment: DeploymentWrite,
): Promise<void> {
  for (const process of deployment.processes)
    await insert(client, 'process_definition', {
      ...common,
      definition_key: process.definitionKey,
      resource_key: process.resourceKey,
      process_id: process.processId,
      version: process.version,
      version_tag: process.versionTag,
      name: process.name,
      has_start_form: process.hasStartForm,
      start_form_id: process.startFormId,
    });
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
  for (const start of deployment.subscriptions)
    await insert(client, 'start_subscription', {
      definition_key: start.definitionKey,
      element_id: start.elementId,
      definition: start.definition,
      tenant_id: tenantId,
      process_id: start.processId,
      kind: start.kind,
      name: start.name,
    });
  for (const timer of deployment.timers)
    await insert(client, 'start_timer', {
      definition_key: timer.definitionKey,
      element_id: timer.elementId,
      definition: timer.definition,
      tenant_id: tenantId,
      process_id: timer.processId,
      due_at: new Date(timer.dueAt),
      repeats_left: timer.repeatsLeft,
      every: timer.every,
    });
}

async function insert(
  client: pg.PoolClient,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const places = names.map((_name, index) => `$${index + 1}`).join(', ');
  await client.query(`INSERT INTO "${table}" (${columns}) VALUES (${places})`, Object.values(row));
}
