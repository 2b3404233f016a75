import { syncProcessFacts, type ProcessDescription } from '@iter/history';
import type { Database } from '@iter/identity';
import { readBpmnFile } from '../diagrams/read-file.ts';

/** Reads from new versions what lists and permissions need of them: title, code, who may start. */
export function syncFacts(database: Database, tenantId: string): Promise<string[]> {
  return syncProcessFacts(database, tenantId, describe);
}

async function describe(content: Uint8Array, processId: string): Promise<ProcessDescription> {
  const file = await readBpmnFile(content);
  const process = file?.processes.find((each) => each.processId === processId);
  return {
    title: process?.title ?? processId,
    code: process?.code ?? null,
    starterGroups: process?.starterGroups ?? [],
  };
}
