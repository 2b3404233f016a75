import {
  advance,
  newState,
  ROOT_KEY,
  type CommandOf,
  type JsonText,
  type ProcessGraph,
} from '@iter/engine-core';
import type { MakeEnv } from '../env/turn-env.ts';
import { MissingError } from '../numbers.ts';
import { OFFICE_VARIABLE, officeIn } from './case-number.ts';
import type { CompiledDefinition } from './definition-cache.ts';

export interface Trial {
  readonly definition: CompiledDefinition;
  readonly instance: number;
  readonly at: number;
  readonly command: CommandOf<'start-instance'>;
}

/**
 * The office that will run the case: the one its starter names, or the one that the first turn sets by a mapping.
 * The case is counted in the transaction that stores this turn, so the office must be known before; where only
 * the turn can tell, it is run once on a state that is thrown away.
 */
export async function officeOfStart(trial: Trial, env: MakeEnv): Promise<string | undefined> {
  const { command, definition } = trial;
  const given = command.variables[OFFICE_VARIABLE];
  if (!command.triggered && given !== undefined) return officeIn(given);
  if (given === undefined && !setsOffice(definition.graph)) return undefined;
  for (;;) {
    try {
      return officeIn(officeAfter(trial, env));
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      await error.fetch();
    }
  }
}

/** The last value of the process's own variable. */
function officeAfter({ definition, instance, at, command }: Trial, env: MakeEnv): JsonText | undefined {
  const state = newState(instance, definition.definitionKey);
  const outcome = advance(definition.graph, state, command, env(definition, at));
  if (!outcome.accepted) return undefined;
  const changes = outcome.events.flatMap((event) =>
    event.type === 'variables-set' && event.scopeKey === ROOT_KEY ? event.variables : [],
  );
  return changes.findLast(({ name }) => name === OFFICE_VARIABLE)?.value;
}

const known = new WeakMap<ProcessGraph, boolean>();

/** Whether anything in the diagram can set the office. */
function setsOffice(graph: ProcessGraph): boolean {
  let sets = known.get(graph);
  if (sets === undefined) {
    sets = [...graph.nodes.values()].some(
      ({ mappings, model }) =>
        mappings.outputs.some(({ target }) => target[0] === OFFICE_VARIABLE) ||
        (model as { resultVariable?: unknown } | undefined)?.resultVariable === OFFICE_VARIABLE,
    );
    known.set(graph, sets);
  }
  return sets;
}
