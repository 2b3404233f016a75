import { checkMigration, decodeKey } from '@iter/engine-core';
import { rejected } from '../answers.ts';
import type { Answer, MigrateInstance } from '../engine.ts';
import type { Migration } from '../turns/run-command.ts';
import type { InstanceCommandParts } from './instance-commands.ts';

/** The dry run of a migration: looks at the instance between two turns and changes nothing. */
export async function migrationProblems(
  { processInstanceKey, tenantId }: MigrateInstance,
  { target, mapping }: Migration,
  { definitions, runner }: InstanceCommandParts,
): Promise<Answer<readonly string[]>> {
  const key = decodeKey(processInstanceKey);
  const found =
    key &&
    (await runner.read(key.instance, true, (live) =>
      live.facts.tenantId === tenantId ? live.state : undefined,
    ));
  const source = found && (await definitions.find(tenantId, { definitionKey: found.definitionKey }));
  const problems =
    source &&
    (await runner.read(key.instance, false, ({ state }) =>
      checkMigration(source.graph, target.graph, state, mapping),
    ));
  if (problems) return { ok: true, value: problems };
  const message = `Expected key ${processInstanceKey} to be of a running instance, but there is none`;
  return rejected({ code: 'NOT_FOUND', message });
}
