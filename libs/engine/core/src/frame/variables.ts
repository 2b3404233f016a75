import type { JsonText, Values } from '../json-text.ts';
import { indexesOf, scopesFrom } from '../state/indexes.ts';
import { ROOT_KEY, type Key } from '../state/instance-state.ts';
import type { ChangedVariable } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { rejoinLater } from './joins.ts';

/** Into that very scope. */
export function setLocal(turn: Turn, scopeKey: Key, values: Values): void {
  set(turn, new Map([[scopeKey, Object.entries(values) as [string, JsonText][]]]));
}

/** Each value to the nearest scope that has the name, looking from `scopeKey` outwards; else to the process (DAT-4). */
export function propagate(turn: Turn, scopeKey: Key, values: Values): void {
  const scopes = scopesFrom(turn.state, scopeKey);
  const byScope = new Map<Key, [string, JsonText][]>();
  for (const [name, value] of Object.entries(values)) {
    const home = scopes.find(({ variables }) => variables?.has(name))?.key ?? ROOT_KEY;
    const there = byScope.get(home);
    if (there) there.push([name, value]);
    else byScope.set(home, [[name, value]]);
  }
  set(turn, byScope);
}

/** Emits the changes of one command or mapping and asks the conditions once for all of them (CND-3, CND-4). */
function set(turn: Turn, byScope: ReadonlyMap<Key, readonly [string, JsonText][]>): void {
  const changed: ChangedVariable[] = [];
  for (const [scopeKey, values] of byScope) {
    if (values.length === 0) continue;
    const known = turn.state.elements.get(scopeKey)?.variables;
    const variables = values.map(([name, value]) => {
      const former = known?.get(name);
      changed.push({ scopeKey, name, change: former ? 'update' : 'create' });
      return { name, value, key: former?.key ?? turn.newKey(), created: !former };
    });
    turn.emit({ type: 'variables-set', scopeKey, variables });
  }
  if (changed.length === 0) return;
  if (indexesOf(turn.state).conditions > 0) turn.schedule({ do: 'check-conditions', changes: changed });
  for (const scopeKey of turn.state.joins.keys()) rejoinLater(turn, scopeKey);
}
