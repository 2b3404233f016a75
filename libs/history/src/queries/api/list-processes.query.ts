import type { PublishedVersion } from '@iter/contract';
import { seesAllCases, sqlParameters, visibleCases, type ProcessFacts } from '@iter/identity';
import type { Reader } from '../reader.ts';
import { iso } from '../rows.ts';
import { loadLabels } from './labels.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/** A process with its latest version and what is going on in it, as far as the viewer sees. */
export interface ListedProcess extends ProcessFacts {
  readonly title: string;
  readonly latest: PublishedVersion;
  readonly hasStartForm: boolean;
  readonly running: number;
  readonly late: number;
  readonly incidents: number;
}

interface ProcessRow {
  readonly process_id: string;
  readonly title: string;
  readonly code: string | null;
  readonly starter_groups: string[];
  readonly has_start_form: boolean;
  readonly running: number;
  readonly late: number;
  readonly incidents: number;
}

/** Every process of the tenant by its latest version. */
export async function listProcesses(reader: WorkplaceReader, processId?: string): Promise<ListedProcess[]> {
  const { database, viewer, now } = reader;
  const parameters = sqlParameters();
  const tenant = parameters.add(viewer.tenantId);
  const only = (alias: string): string =>
    processId === undefined ? '' : `AND ${alias}.process_id = ${parameters.add(processId)}`;
  const active = `c.state = 'ACTIVE' AND ${visibleCases(viewer, 'c', parameters)} ${only('c')}`;
  // Who sees all is counted from indexes; for others what they see is found once.
  const seen = seesAllCases(viewer)
    ? { definition: '', cases: `process_instance c WHERE ${active}` }
    : {
        definition: `seen AS MATERIALIZED (SELECT c.* FROM process_instance c WHERE ${active}),`,
        cases: 'seen c WHERE TRUE',
      };
  const rows = await database.query<ProcessRow & VersionRow>(
    `WITH latest AS (
       SELECT DISTINCT ON (d.process_id) d.* FROM process_definition d WHERE d.tenant_id = ${tenant} ${only('d')}
        ORDER BY d.process_id, d.version DESC),
     ${seen.definition}
     running AS (SELECT c.process_id, count(*)::integer AS cases FROM ${seen.cases} GROUP BY c.process_id),
     late AS (SELECT c.process_id, count(*)::integer AS cases FROM ${seen.cases}
        AND c.due_at < ${parameters.add(new Date(now))}::timestamptz GROUP BY c.process_id),
     halted AS (SELECT c.process_id, count(*)::integer AS cases FROM ${seen.cases} AND c.process_instance_key IN
        (SELECT i.process_instance_key FROM incident i WHERE i.resolved_at IS NULL) GROUP BY c.process_id)
     SELECT latest.process_id, coalesce(fact.title, latest.name, latest.process_id) AS title, fact.code,
            coalesce(fact.starter_groups, '{}') AS starter_groups, latest.has_start_form,
            coalesce(running.cases, 0) AS running, coalesce(late.cases, 0) AS late,
            coalesce(halted.cases, 0) AS incidents, ${VERSION_SELECT('latest')}
       FROM latest
       JOIN deployment p ON p.deployment_key = latest.deployment_key
       LEFT JOIN process_fact fact ON fact.tenant_id = latest.tenant_id AND fact.process_id = latest.process_id
       LEFT JOIN running ON running.process_id = latest.process_id
       LEFT JOIN late ON late.process_id = latest.process_id
       LEFT JOIN halted ON halted.process_id = latest.process_id
      ORDER BY fact.code NULLS LAST, title`,
    parameters.values,
  );
  const versions = await publishedVersions(reader, rows);
  return rows.map((row, index) => ({
    tenantId: viewer.tenantId,
    processId: row.process_id,
    code: row.code,
    starterGroups: row.starter_groups,
    title: row.title,
    latest: versions[index] as PublishedVersion,
    hasStartForm: row.has_start_form,
    running: row.running,
    late: row.late,
    incidents: row.incidents,
  }));
}

/** All versions of a process, the newest first. */
export async function listVersions(reader: WorkplaceReader, processId: string): Promise<PublishedVersion[]> {
  const parameters = sqlParameters();
  const rows = await reader.database.query<VersionRow>(
    `SELECT ${VERSION_SELECT('d')}
       FROM process_definition d JOIN deployment p ON p.deployment_key = d.deployment_key
      WHERE d.tenant_id = ${parameters.add(reader.viewer.tenantId)} AND d.process_id = ${parameters.add(processId)}
      ORDER BY d.version DESC`,
    parameters.values,
  );
  return publishedVersions(reader, rows);
}

interface VersionRow {
  readonly definition_key: string;
  readonly version: number;
  readonly version_tag: string | null;
  readonly deployed_at: Date;
  readonly deployed_by: string;
}
const VERSION_SELECT = (alias: string): string =>
  `${alias}.definition_key, ${alias}.version, ${alias}.version_tag, p.deployed_at, p.deployed_by`;

async function publishedVersions(
  reader: WorkplaceReader,
  rows: readonly VersionRow[],
): Promise<PublishedVersion[]> {
  const publishers = rows.map((row) => userIn(row.deployed_by));
  const [running, labels] = await Promise.all([countRunning(reader, rows), loadLabels(reader, publishers)]);
  return rows.map((row, index) => {
    const publisher = publishers[index] ?? null;
    return {
      processDefinitionKey: row.definition_key,
      version: row.version,
      versionTag: row.version_tag,
      publishedAt: iso(row.deployed_at),
      publishedBy: publisher,
      publishedByName: publisher === null ? null : labels.person(publisher).name,
      running: running.get(row.definition_key) ?? 0,
    };
  });
}

/** Who sees all is counted from the index of open element instances: the process's own stands for the case. */
async function countRunning(
  { database, viewer }: Reader,
  rows: readonly VersionRow[],
): Promise<ReadonlyMap<string, number>> {
  const parameters = sqlParameters();
  const keys = parameters.add(rows.map((row) => row.definition_key));
  const counts = await database.query<{ definition_key: string; running: number }>(
    seesAllCases(viewer)
      ? `SELECT d.definition_key, count(*)::integer AS running
           FROM process_definition d
           JOIN element_instance e
             ON e.process_definition_key = d.definition_key AND e.element_id = d.process_id AND e.ended_at IS NULL
          WHERE d.definition_key = ANY (${keys}::bigint[]) GROUP BY d.definition_key`
      : `SELECT c.process_definition_key AS definition_key, count(*)::integer AS running
           FROM process_instance c
          WHERE c.process_definition_key = ANY (${keys}::bigint[]) AND c.state = 'ACTIVE'
            AND ${visibleCases(viewer, 'c', parameters)} GROUP BY c.process_definition_key`,
    parameters.values,
  );
  return new Map(counts.map((count) => [count.definition_key, count.running]));
}

/** The person in an actor's JSON text; null where the product itself deployed. */
function userIn(actor: string): string | null {
  const parsed = JSON.parse(actor) as { readonly userId?: string };
  return parsed.userId ?? null;
}
