import {
  advance,
  migrateInstance,
  type Command,
  type InstanceState,
  type Key,
  type MigrationMapping,
  type Outcome,
  type ProcessGraph,
  type Rejection,
} from '@iter/engine-core';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import type { MakeEnv } from '../env/turn-env.ts';
import type { InstanceFacts } from '../ports/instance-store.ts';
import type { LiveInstance } from './state-cache.ts';

/** The instance goes on with another version of its process, or with another process. */
export interface Migration {
  readonly type: 'migrate-instance';
  readonly target: CompiledDefinition;
  readonly mapping: MigrationMapping;
}
/** Makes the command for the instance as it is when its turn comes. */
export type MakeCommand = (
  key: Key,
  now: { readonly state: InstanceState; readonly graph: ProcessGraph },
) => Command | Migration | Rejection;

/** A command that was carried out. */
export interface Ran {
  readonly outcome: Extract<Outcome, { accepted: true }>;
  /** Type of the command. */
  readonly command: string;
  /** What the instance runs on from now. */
  readonly definition: CompiledDefinition;
  /** What it was before its migration. */
  readonly former?: InstanceFacts;
}
interface Here {
  readonly live: LiveInstance;
  readonly definition: CompiledDefinition;
  readonly at: number;
}

/** One turn of an instance: a command of the core, or its migration. @throws MissingError as `env` does */
export function runCommand(make: MakeCommand, key: Key, here: Here, env: MakeEnv): Ran | Rejection {
  const { live, definition, at } = here;
  const { state } = live;
  const command = make(key, { state, graph: definition.graph });
  if (!('type' in command)) return command;
  if (command.type === 'migrate-instance') return migrate(command, here, env);
  const outcome = advance(definition.graph, state, command, env(definition, at));
  return outcome.accepted ? { outcome, command: command.type, definition } : outcome.rejection;
}

function migrate(
  { type, target, mapping }: Migration,
  { live, definition, at }: Here,
  env: MakeEnv,
): Ran | Rejection {
  const { definitionKey } = target;
  const plan = { definitionKey, mapping };
  const outcome = migrateInstance(definition.graph, target.graph, live.state, plan, env(target, at));
  if (!outcome.accepted) return outcome.rejection;
  const { facts } = live;
  live.facts = {
    ...facts,
    definitionKey,
    processId: target.processId,
    processVersion: target.version,
    processName: target.name ?? target.processId,
    // Of another process it is no longer the one instance that its message started (INS-7).
    startedByKey: target.processId === facts.processId ? facts.startedByKey : null,
  };
  return { outcome, command: type, definition: target, former: facts };
}
