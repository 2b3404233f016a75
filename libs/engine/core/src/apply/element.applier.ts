import { indexElement, indexesOf } from '../state/indexes.ts';
import { NO_SCOPE, type ElementInstance, type Loop, type Status } from '../state/instance-state.ts';
import { assertMay, type LifecycleEvent } from '../state/lifecycle.ts';
import { elementOf, type Appliers, type Change } from './change.ts';

export const elementAppliers = {
  'element-activating'(change, { key, nodeId, scopeKey, cause }) {
    const { state, touched } = change;
    if (state.elements.has(key)) throw new Error(`Expected key ${key} to be new, but an element has it`);
    if (scopeKey !== NO_SCOPE) elementOf(change, scopeKey);
    const element: ElementInstance = { key, nodeId, scopeKey, status: 'activating', ...(cause && { cause }) };
    state.elements.set(key, element);
    indexElement(state, element);
    touched.elements.add(key);
  },
  'element-activated': (change, event) => void move(change, event, 'activated'),
  'element-completing': (change, event) => void move(change, event, 'completing'),
  'element-completed': leave,
  'element-terminating'(change, event) {
    const element = move(change, event, 'terminating');
    if (event.interruptedBy) element.interruption = { trigger: event.interruptedBy, phase: 'waiting' };
    else delete element.interruption;
  },
  'element-terminated': leave,
  'element-migrated'(change, { key, nodeId }) {
    change.state.elements.set(key, { ...elementOf(change, key), nodeId });
  },
  'scope-interrupted'(change, { key, trigger, phase }) {
    const scope = elementOf(change, key);
    const before = scope.interruption?.phase;
    if (before !== (phase === 'waiting' ? undefined : 'waiting'))
      throw new Error(`Expected scope ${key} to be interrupted once, but '${phase}' follows '${before}'`);
    scope.interruption = { trigger, phase };
    clear(change, key);
  },
  'scope-cleared': (change, { key }) => clear(change, key),
  'variables-set'(change, { scopeKey, variables }) {
    const scope = elementOf(change, scopeKey);
    scope.variables ??= new Map();
    for (const { name, key, value, created } of variables) {
      if (created === scope.variables.has(name))
        throw new Error(`Expected variable '${name}' of ${scopeKey} ${created ? 'to be new' : 'to exist'}`);
      scope.variables.set(name, { key, value });
    }
    change.touched.scopesWithVariables.add(scopeKey);
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
  'trigger-arrived'(change, { key, nodeId, definitions, variables }) {
    const element = elementOf(change, key);
    element.arrived ??= new Map();
    if (definitions.length > 0) element.arrived.set(nodeId, { definitions, variables });
    else element.arrived.delete(nodeId);
    if (element.arrived.size === 0) delete element.arrived;
  },
} satisfies Partial<Appliers>;

function move(
  change: Change,
  { type, key }: { type: LifecycleEvent; key: number },
  to: Status,
): ElementInstance {
  const element = elementOf(change, key);
  assertMay(element, type);
  element.status = to;
  return element;
}

function leave(change: Change, { type, key }: { readonly type: LifecycleEvent; readonly key: number }): void {
  const { state, touched } = change;
  const element = elementOf(change, key);
  assertMay(element, type);
  const index = indexesOf(state);
  if (index.childrenOf.get(key) || index.waitsOf.get(key))
    throw new Error(
      `Expected element ${key} '${element.nodeId}' to have nothing left, but it has children or waits`,
    );
  if (element.variables) touched.scopesWithVariables.add(key);
  clear(change, key);
  state.elements.delete(key);
  indexElement(state, element, false);
}

function clear({ state, touched }: Change, scopeKey: number): void {
  const had = state.joins.delete(scopeKey);
  if (state.resets.delete(scopeKey) || had) touched.joins = true;
}
