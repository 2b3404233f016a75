import { advance, newState, type Command, type Rejection } from '@iter/engine-core';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import type { Actor } from '../engine.ts';
import type { MakeEnv } from '../env/turn-env.ts';
import type { CounterKey, InstanceFacts } from '../ports/instance-store.ts';
import type { RunTurn, TurnWriter } from './turn-writer.ts';

/** The first command of a new instance. */
export interface StartTask {
  readonly facts: Omit<InstanceFacts, 'businessId'>;
  readonly definition: CompiledDefinition;
  /** Given by the caller, or the caller's own. */
  readonly businessId: string | null;
  /** Present where the case gets its number in the transaction that stores it. */
  readonly counted:
    { readonly counter: CounterKey; readonly businessId: (number: number) => string } | undefined;
  readonly command: (businessId: string | null) => Command;
  readonly actor: Actor;
  readonly consumes: string | null;
}

/**
 * Runs the start of an instance on a new state, each time it is called.
 * @throws MissingError when something has to be fetched first
 */
export function makeFirstTurn(
  task: StartTask,
  number: number | undefined,
  parts: { readonly env: MakeEnv; readonly writer: TurnWriter },
): RunTurn | Rejection {
  const businessId = task.counted && number !== undefined ? task.counted.businessId(number) : task.businessId;
  const facts: InstanceFacts = { ...task.facts, businessId };
  const { definition } = task;
  const state = newState(facts.instance, definition.definitionKey);
  const command = task.command(businessId);
  const at = facts.startedAt;
  const outcome = advance(definition.graph, state, command, parts.env(definition, at));
  if (!outcome.accepted) return outcome.rejection;
  const live = { facts, state, version: 0, waits: new Map(), haltedJobs: new Map(), bytes: 0 };
  const { actor, consumes } = task;
  const ran = { live, definition, command: command.type, actor, consumes, at };
  return parts.writer.make(ran, outcome);
}
