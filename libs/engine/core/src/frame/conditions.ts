import type { CatchSpec, ConditionFilter } from '../graph/process-graph.ts';
import type { Key } from '../state/instance-state.ts';
import type { ChangedVariable } from '../turn/step.ts';
import type { Turn } from '../turn/turn.ts';
import { specOf } from './catch-specs.ts';
import { raise } from './incidents.ts';
import { NULL } from '../json-text.ts';

/** A condition is asked when its catcher is opened; true fires at once, once the element is active (CND-1). */
export function startsTrue(turn: Turn, waitKey: Key): void {
  ask(turn, waitKey);
}

/** Asks the conditions that name a changed variable and can see it, outer scopes first (CND-2, CND-3). */
export function checkConditions(turn: Turn, changes: readonly ChangedVariable[]): void {
  const asked = [...turn.state.waits.values()]
    .filter((wait) => wait.kind === 'condition')
    .map((wait) => ({ key: wait.key, depth: depthOf(turn, wait.owner), wait, spec: specOf(turn, wait) }))
    .filter(({ wait, spec }) => changes.some((change) => concerns(turn, change, wait.owner, spec)));
  asked.sort((a, b) => a.depth - b.depth || a.key - b.key);
  for (const { key } of asked) ask(turn, key);
}

function ask(turn: Turn, waitKey: Key): void {
  const wait = turn.state.waits.get(waitKey);
  const spec = wait && specOf(turn, wait);
  if (!wait || spec?.trigger.on !== 'condition') return;
  const result = turn.evaluate(spec.trigger.test, wait.owner);
  if (result.ok && result.value === 'true')
    return turn.schedule({ do: 'fire', wait: waitKey, variables: {} });
  if (result.ok && (result.value === 'false' || result.value === NULL)) return;
  // Null is not yet true; another type is an incident, and the catcher stays open (CND-6).
  const failure = result.ok
    ? {
        code: 'EXTRACT_VALUE_ERROR' as const,
        message: `Expected the condition of '${wait.elementId}' to be true or false, but it is ${result.value}`,
      }
    : result.failure;
  raise(turn, wait.owner, failure);
}

function concerns(turn: Turn, change: ChangedVariable, owner: Key, spec: CatchSpec | undefined): boolean {
  if (spec?.trigger.on !== 'condition') return false;
  const { test, filter } = spec.trigger;
  const named = 'source' in test && test.dependsOn.includes(change.name);
  return named && passes(filter, change) && sees(turn, owner, change);
}

function passes(filter: ConditionFilter | undefined, { name, change }: ChangedVariable): boolean {
  return (filter?.names?.includes(name) ?? true) && (filter?.changes?.includes(change) ?? true);
}

/** The change lies in the scope or around it and is not hidden by a scope between. */
function sees(turn: Turn, owner: Key, { scopeKey, name }: ChangedVariable): boolean {
  const { elements } = turn.state;
  for (let scope = elements.get(owner); scope; scope = elements.get(scope.scopeKey)) {
    if (scope.key === scopeKey) return true;
    if (scope.variables?.has(name)) return false;
  }
  return false;
}

function depthOf(turn: Turn, key: Key): number {
  let depth = 0;
  const { elements } = turn.state;
  for (let scope = elements.get(key); scope; scope = elements.get(scope.scopeKey)) depth++;
  return depth;
}
