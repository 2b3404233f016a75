import type { DeploymentIds, LatestVersions } from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray } from './binary-array.ts';
import { fromColumns } from './columns.ts';
import * as sql from './sql/definitions.sql.ts';

type Latest<Kind extends keyof LatestVersions> =
  LatestVersions[Kind] extends ReadonlyMap<string, infer Version> ? Version : never;

/** The latest version of everything a deployment names. */
export async function latestVersions(
  client: pg.PoolClient,
  tenantId: string,
  ids: DeploymentIds,
): Promise<LatestVersions> {
  async function read<Version>(text: string, names: readonly string[]): Promise<Version[]> {
    if (names.length === 0) return [];
    const { rows } = await client.query<object>(text, [tenantId, binaryArray('text', names)]);
    return rows.map((row) => fromColumns<Version>(row));
  }
  const resources = await read<ResourceRow>(sql.LATEST_RESOURCES, ids.resources);
  const processes = await read<Latest<'processes'>>(sql.LATEST_PROCESSES, ids.processes);
  const forms = await read<Latest<'forms'>>(sql.LATEST_FORMS, ids.forms);
  const requirements = await read<Latest<'requirements'>>(sql.LATEST_REQUIREMENTS, ids.requirements);
  const decisions = await read<Latest<'decisions'>>(sql.LATEST_DECISIONS, ids.decisions);
  return {
    resources: new Map(resources.map((row) => [row.name, { ...row, deployedAt: row.deployedAt.getTime() }])),
    processes: new Map(processes.map((version) => [version.processId, version])),
    forms: new Map(forms.map((version) => [version.formId, version])),
    requirements: new Map(requirements.map((version) => [version.requirementsId, version])),
    decisions: new Map(decisions.map((version) => [version.decisionId, version])),
  };
}

interface ResourceRow extends Omit<Latest<'resources'>, 'deployedAt'> {
  readonly name: string;
  readonly deployedAt: Date;
}
