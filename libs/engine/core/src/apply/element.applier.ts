import { indexElement, indexesOf, unindexElement } from '../state/indexes.ts';
import { NO_SCOPE, type ElementInstance, type Loop } from '../state/instance-state.ts';
import { assertMay } from '../state/lifecycle.ts';
import { elementOf, type Appliers, type Change } from './change.ts';

export const elementAppliers = {
  'element-activating'(change, { key, nodeId, scopeKey, cause }) {
    const { state, touched } = change;
    if (state.elements.has(key)) throw new Error(`Expected key ${key} to be new, but an element has it`);
    if (scopeKey !== NO_SCOPE) elementOf(change, scopeKey);
    const element: ElementInstance = {
      key,
      nodeId,
      scopeKey,
      status: 'activating',
      ...(cause && { cause }),
    };
    state.elements.set(key, element);
    indexElement(state, element);
    touched.elements.add(key);
  },
  'element-activated'(change, { key }) {
    move(change, key, 'element-activated', 'activated');
  },
  'element-completing'(change, { key }) {
    move(change, key, 'element-completing', 'completing');
  },
  'element-completed'(change, { key }) {
    leave(change, key, 'element-completed');
  },
  'element-terminating'(change, { key, interruptedBy }) {
    const element = move(change, key, 'element-terminating', 'terminating');
    if (interruptedBy) element.interruption = { trigger: interruptedBy, phase: 'waiting' };
    else delete element.interruption;
  },
  'element-terminated'(change, { key }) {
    leave(change, key, 'element-terminated');
  },
  'element-migrated'(change, { key, nodeId }) {
    const element = elementOf(change, key);
    change.state.elements.set(key, { ...element, nodeId });
  },
  'scope-interrupted'(change, { key, trigger, phase }) {
    const scope = elementOf(change, key);
    const before = scope.interruption?.phase;
    if (before !== (phase === 'waiting' ? undefined : 'waiting'))
      throw new Error(`Expected scope ${key} to be interrupted once, but '${phase}' follows '${before}'`);
    scope.interruption = { trigger, phase };
    clear(change, key);
  },
  'scope-cleared'(change, { key }) {
    clear(change, key);
  },
  'loop-advanced'(change, { key, loop, output }) {
    const element = elementOf(change, key);
    const former: Loop = element.loop ?? { started: 0, completed: 0, terminated: 0, outputs: [] };
    element.loop = { ...former, ...loop };
    // Grown in place: a wide multi-instance collects a result at each completion.
    if (output) (former.outputs as (typeof output)[]).push(output);
  },
  'activations-held'(change, { key, steps }) {
    const element = elementOf(change, key);
    if (steps.length > 0) element.held = steps;
    else delete element.held;
  },
} satisfies Partial<Appliers>;

function move(
  change: Change,
  key: number,
  event: Parameters<typeof assertMay>[1],
  status: ElementInstance['status'],
): ElementInstance {
  const element = elementOf(change, key);
  assertMay(element, event);
  element.status = status;
  return element;
}

function leave(change: Change, key: number, event: Parameters<typeof assertMay>[1]): void {
  const { state, touched } = change;
  const element = elementOf(change, key);
  assertMay(element, event);
  const index = indexesOf(state);
  if (index.childrenOf.get(key) || index.waitsOf.get(key))
    throw new Error(
      `Expected element ${key} '${element.nodeId}' to have nothing left, but it has children or waits`,
    );
  if (element.variables) touched.scopesWithVariables.add(key);
  clear(change, key);
  state.elements.delete(key);
  unindexElement(state, element);
}

function clear({ state, touched }: Change, scopeKey: number): void {
  const had = state.joins.delete(scopeKey);
  if (state.resets.delete(scopeKey) || had) touched.joins = true;
}
