import { decodeXml } from '@iter/bpmn';
import type { BundleFile } from '@iter/contract';
import type { Database } from '@iter/identity';
import { readBpmnFile } from '../diagrams/read-file.ts';

/** The latest version of a process with the forms and decisions that are published together with it. */
export interface LatestBundle {
  readonly definitionKey: string;
  readonly resourceName: string;
  readonly xml: string;
  readonly files: readonly BundleFile[];
}

interface DiagramRow {
  readonly definition_key: string;
  readonly deployment_key: string;
  readonly name: string;
  readonly content: Buffer;
}
interface FileRow {
  readonly name: string;
  readonly content: Buffer;
}

/** Undefined where the process was never published. */
export async function latestBundle(
  database: Database,
  tenantId: string,
  processId: string,
): Promise<LatestBundle | undefined> {
  const [diagram] = await database.query<DiagramRow>(
    `SELECT d.definition_key, d.deployment_key, r.name, r.content
       FROM process_definition d JOIN deployed_resource r ON r.resource_key = d.resource_key
      WHERE d.tenant_id = $1 AND d.process_id = $2 ORDER BY d.version DESC LIMIT 1`,
    [tenantId, processId],
  );
  if (!diagram) return undefined;
  const xml = decodeXml(diagram.content);
  const file = await readBpmnFile(xml);
  const bound = [[...(file?.ownForms ?? [])], [...(file?.ownDecisions ?? [])]];
  const files = await database.query<FileRow>(BOUND_FILES, [tenantId, diagram.deployment_key, ...bound]);
  return {
    definitionKey: diagram.definition_key,
    resourceName: diagram.name,
    xml,
    files: files.map(({ name, content }) => ({ name, content: content.toString('utf8') })),
  };
}

/** The forms and decisions that a version is bound to: what did not change keeps its older deployment. */
const BOUND_FILES = `
  WITH until AS (SELECT deployed_at FROM deployment WHERE deployment_key = $2::bigint),
  bound AS (
    SELECT DISTINCT ON (f.form_id) f.resource_key
      FROM form_definition f JOIN deployment own ON own.deployment_key = f.deployment_key, until
     WHERE f.tenant_id = $1 AND f.form_id = ANY ($3::text[]) AND own.deployed_at <= until.deployed_at
     ORDER BY f.form_id, f.version DESC),
  decided AS (
    SELECT DISTINCT ON (d.decision_id) q.resource_key
      FROM decision_definition d
      JOIN decision_requirements q ON q.requirements_key = d.requirements_key
      JOIN deployment own ON own.deployment_key = d.deployment_key, until
     WHERE d.tenant_id = $1 AND d.decision_id = ANY ($4::text[]) AND own.deployed_at <= until.deployed_at
     ORDER BY d.decision_id, d.version DESC)
  SELECT r.name, r.content FROM deployed_resource r
   WHERE r.resource_key IN (SELECT resource_key FROM bound UNION SELECT resource_key FROM decided)
   ORDER BY r.name`;
