import { decodeKey, type MigrationMapping } from '@iter/engine-core';
import type { Submit } from '../admission.ts';
import { rejected } from '../answers.ts';
import type { DefinitionCache } from '../definitions/definition-cache.ts';
import type { Answer, Engine, MigrateInstance } from '../engine.ts';
import type { Migration } from '../turns/run-command.ts';
import type { TurnRunner } from '../turns/turn-runner.ts';
import { migrationProblems } from './check-migration.ts';
import { modification } from './modify-instance.ts';

type InstanceCommands = Pick<
  Engine,
  | 'cancelInstance'
  | 'suspendInstance'
  | 'resumeInstance'
  | 'modifyInstance'
  | 'migrateInstance'
  | 'checkMigration'
  | 'setVariables'
  | 'resolveIncident'
>;
export interface InstanceCommandParts {
  readonly definitions: DefinitionCache;
  readonly runner: TurnRunner;
}
/** The argument that names the instance. */
const FIELD = 'processInstanceKey';

/** What operators do with instances. */
export function instanceCommands(submit: Submit, parts: InstanceCommandParts): InstanceCommands {
  return {
    cancelInstance: (command) =>
      submit(command, FIELD, command.processInstanceKey, () => ({ type: 'cancel-instance' })),
    suspendInstance: (command) =>
      submit(command, FIELD, command.processInstanceKey, () => ({ type: 'suspend-instance' })),
    resumeInstance: (command) =>
      submit(command, FIELD, command.processInstanceKey, () => ({ type: 'resume-instance' })),
    modifyInstance: (command) =>
      submit(command, FIELD, command.processInstanceKey, (_key, now) => modification(command, now)),
    migrateInstance: async (command) => {
      const target = await migrationOf(command, parts.definitions);
      if (!target.ok) return target;
      return submit(command, FIELD, command.processInstanceKey, () => target.value);
    },
    checkMigration: async (command) => {
      const target = await migrationOf(command, parts.definitions);
      return target.ok ? migrationProblems(command, target.value, parts) : target;
    },
    setVariables: (command) => {
      const { elementInstanceKey, variables, local } = command;
      return submit(command, 'elementInstanceKey', elementInstanceKey, (scopeKey) => ({
        type: 'set-variables',
        scopeKey,
        variables,
        local,
      }));
    },
    resolveIncident: (command) =>
      submit(command, 'incidentKey', command.incidentKey, (key) => ({ type: 'resolve-incident', key })),
  };
}

/** The target and what becomes what; each element at most once, and only elements that are there. */
async function migrationOf(
  command: MigrateInstance,
  definitions: DefinitionCache,
): Promise<Answer<Migration>> {
  const { tenantId, targetProcessDefinitionKey: definitionKey } = command;
  const target = decodeKey(definitionKey) && (await definitions.find(tenantId, { definitionKey }));
  if (!target) {
    const message = `Expected a process definition ${definitionKey}, but there is none`;
    return rejected({ code: 'NOT_FOUND', message, field: 'targetProcessDefinitionKey' });
  }
  const mapping = new Map<string, string>();
  for (const { sourceElementId, targetElementId } of command.mapping) {
    const problem = mapping.has(sourceElementId)
      ? `Expected '${sourceElementId}' to be mapped once, but it is named twice`
      : target.graph.nodes.has(targetElementId)
        ? undefined
        : `Expected an element '${targetElementId}' in the target, but there is none`;
    if (problem !== undefined)
      return rejected({ code: 'INVALID_ARGUMENT', message: problem, field: 'mappingInstructions' });
    mapping.set(sourceElementId, targetElementId);
  }
  return {
    ok: true,
    value: { type: 'migrate-instance', target, mapping: mapping satisfies MigrationMapping },
  };
}
