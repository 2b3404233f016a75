import type { CatchSpec } from '../graph/process-graph.ts';
import { NULL } from '../json-text.ts';
import { scopesFrom } from '../state/indexes.ts';
import type { Key } from '../state/instance-state.ts';
import type { ChangedVariable, StepOf } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { specOf } from './catch-of-wait.ts';
import { attempt, fail } from './incidents.ts';

/** Asks the conditions that name a changed variable and can see it, outer scopes first (CND-2, CND-3). */
export function checkConditions(turn: Turn, { changes }: StepOf<'check-conditions'>): void {
  const asked = [...turn.state.waits.values()]
    .filter((wait) => wait.kind === 'condition')
    .map((wait) => ({
      key: wait.key,
      depth: scopesFrom(turn.state, wait.owner).length,
      wait,
      spec: specOf(turn, wait),
    }))
    .filter(({ wait, spec }) => changes.some((change) => concerns(turn, change, wait.owner, spec)));
  asked.sort((a, b) => a.depth - b.depth || a.key - b.key);
  for (const { key } of asked) askCondition(turn, key);
}

/** Null is not yet true; another type is an incident, and the catcher stays open (CND-6). */
export function askCondition(turn: Turn, key: Key): void {
  const wait = turn.state.waits.get(key);
  const spec = wait && specOf(turn, wait);
  if (!wait || spec?.trigger.on !== 'condition') return;
  const { test } = spec.trigger;
  attempt(turn, wait.owner, () => {
    const value = turn.evaluate(test, wait.owner);
    if (value === 'true') turn.schedule({ do: 'fire', wait: key, variables: {} });
    else if (value !== 'false' && value !== NULL)
      fail(`Expected the condition of '${wait.elementId}' to be true or false, but it is ${value}`);
  });
}

function concerns(turn: Turn, change: ChangedVariable, owner: Key, spec: CatchSpec | undefined): boolean {
  if (spec?.trigger.on !== 'condition') return false;
  const { test, filter } = spec.trigger;
  const { name, change: how } = change;
  const named = 'source' in test && test.dependsOn.includes(name);
  const passes = (filter?.names?.includes(name) ?? true) && (filter?.changes?.includes(how) ?? true);
  return named && passes && sees(turn, owner, change);
}

/** The change lies in the scope or around it and is not hidden by a scope between. */
function sees(turn: Turn, owner: Key, { scopeKey, name }: ChangedVariable): boolean {
  const scopes = scopesFrom(turn.state, owner);
  const at = scopes.findIndex(({ key }) => key === scopeKey);
  return at >= 0 && !scopes.slice(0, at).some(({ variables }) => variables?.has(name));
}
