import { LOCAL_NUMBERS, ROOT_KEY, type EventOf, type EventType, type Key } from '@iter/engine-core';
import type { KeyPair, ProjectedTurn, Row, RowChange } from '@iter/engine-runtime';

/** What one kind of event changes in the rows of one table. */
export type Reactions = {
  readonly [T in EventType]?: (event: EventOf<T>, turn: ProjectedTurn) => RowChange | undefined;
};

/** A projection as a table of reactions: events it does not name change nothing. */
export function react(turn: ProjectedTurn, reactions: Reactions): RowChange[] {
  const changes: RowChange[] = [];
  for (const event of turn.events) {
    const reaction = reactions[event.type] as
      ((event: unknown, turn: ProjectedTurn) => RowChange | undefined) | undefined;
    const change = reaction?.(event, turn);
    if (change) changes.push(change);
  }
  return changes;
}

/** A key local to the instance as the rows have it; an instance may have drawn several numbers. */
export function keyIn(turn: ProjectedTurn, local: Key): KeyPair {
  const range = Math.floor(local / LOCAL_NUMBERS);
  const instance = turn.state.numbers[range];
  if (instance === undefined) {
    throw new Error(
      `Expected instance ${turn.facts.instance} to have a number for key ${local}, but it has none`,
    );
  }
  return { instance, local: local % LOCAL_NUMBERS };
}

export function instanceKey(instance: number): KeyPair {
  return { instance, local: ROOT_KEY };
}

/** Columns that every row of an instance has. */
export function owned(turn: ProjectedTurn): Row {
  return {
    tenant_id: turn.facts.tenantId,
    process_definition_key: turn.facts.definitionKey,
  };
}

/** ISO 8601 date-time with offset → epoch milliseconds; null for anything else. */
export function instantOf(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
