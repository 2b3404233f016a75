import {
  decodeKey,
  ROOT_KEY,
  type Command,
  type CommandOf,
  type ElementInstance,
  type InstanceState,
  type Key,
  type ProcessGraph,
  type Rejection,
  type Values,
} from '@iter/engine-core';
import type {
  AncestorChoice,
  ElementChoice,
  KeyText,
  ModifyInstance,
  MoveElement,
  ScopedVariables,
} from '../engine.ts';
import { localKey } from '../global-key.ts';

interface Now {
  readonly state: InstanceState;
  readonly graph: ProcessGraph;
}
type Modification = CommandOf<'modify-instance'>;
type Activation = Modification['activate'][number];
type Setting = NonNullable<Modification['variables']>[number];

/** An instruction that cannot be followed. */
class Unfit extends Error {
  override readonly name = 'Unfit';
}

/** The instructions in terms of the instance as it is: elements become their instances, scopes their keys. */
export function modification(command: ModifyInstance, now: Now): Command | Rejection {
  const { activate, move, terminate } = command;
  if (activate.length + move.length + terminate.length === 0)
    return { code: 'INVALID_ARGUMENT', message: 'Expected at least one instruction, but there is none' };
  try {
    return resolve(command, now);
  } catch (error) {
    if (error instanceof Unfit) return { code: 'INVALID_ARGUMENT', message: error.message };
    throw error;
  }
}

function resolve({ activate, move, terminate }: ModifyInstance, now: Now): Modification {
  const settings: Setting[] = [];
  const activations = activate.map(({ elementId, ancestorElementInstanceKey, variables }): Activation => {
    const scope = ancestorElementInstanceKey;
    const scopeKey =
      scope === undefined ? undefined : scopeOf({ is: 'direct', elementInstanceKey: scope }, now);
    return activation(elementId, scopeKey, variables, { now, settings });
  });
  const ending = new Set(terminate.flatMap((choice) => instancesOf(choice, now).map(({ key }) => key)));
  for (const instruction of move)
    for (const source of instancesOf(instruction.source, now)) {
      ending.add(source.key);
      activations.push(moved(instruction, source, { now, settings }));
    }
  return { type: 'modify-instance', variables: settings, activate: activations, terminate: [...ending] };
}

interface Collecting {
  readonly now: Now;
  readonly settings: Setting[];
}

function moved(
  { targetElementId, ancestor, variables }: MoveElement,
  source: ElementInstance,
  collecting: Collecting,
): Activation {
  const scopeKey = ancestor && scopeOf(ancestor, collecting.now, { source, targetElementId });
  return activation(targetElementId, scopeKey, variables, collecting);
}

/** Variables of the element itself go with it; those of scopes that are there are set before. */
function activation(
  elementId: string,
  scopeKey: Key | undefined,
  variables: readonly ScopedVariables[],
  { now, settings }: Collecting,
): Activation {
  const own: Values = Object.assign(
    {},
    ...variables.filter(({ scopeId }) => scopeId === elementId).map((scoped) => scoped.variables),
  ) as Values;
  for (const { scopeId, variables: values } of variables)
    if (scopeId !== elementId) settings.push({ scopeKey: activeScope(scopeId, now), values });
  return { elementId, variables: own, ...(scopeKey !== undefined && { scopeKey }) };
}

function activeScope(scopeId: string | undefined, { state, graph }: Now): Key {
  if (scopeId === undefined || scopeId === '' || scopeId === graph.processId) return ROOT_KEY;
  const [scope, other] = [...state.elements.values()].filter(({ nodeId }) => nodeId === scopeId);
  if (scope && !other) return scope.key;
  throw new Unfit(
    `Expected one active scope '${scopeId}' for variables, but there is ${scope ? 'more' : 'none'}`,
  );
}

/** Of a multi-instance activity its body: what is inside goes with it. */
function instancesOf(choice: ElementChoice, { state, graph }: Now): readonly ElementInstance[] {
  if ('elementInstanceKey' in choice) {
    const found = elementAt(choice.elementInstanceKey, state);
    if (found && found.key !== ROOT_KEY) return [found];
    throw new Unfit(`Expected element instance ${choice.elementInstanceKey} to be active, but it is not`);
  }
  const { elementId } = choice;
  if (!graph.nodes.has(elementId)) throw new Unfit(`Expected an element '${elementId}', but there is none`);
  const found = [...state.elements.values()].filter(({ nodeId }) => nodeId === elementId);
  if (found.length > 0) return found;
  throw new Unfit(`Expected '${elementId}' to be active, but it is not`);
}

function elementAt(text: KeyText, state: InstanceState): ElementInstance | undefined {
  const pair = decodeKey(text);
  const key = pair && localKey(state, pair);
  return key === undefined ? undefined : state.elements.get(key);
}

/** -1, or a scope that is the only one: the core finds it. */
function scopeOf(
  ancestor: AncestorChoice,
  now: Now,
  from?: { readonly source: ElementInstance; readonly targetElementId: string },
): Key | undefined {
  if (ancestor.is === 'direct') {
    if (ancestor.elementInstanceKey === '-1') return undefined;
    const scope = elementAt(ancestor.elementInstanceKey, now.state);
    if (scope) return scope.key;
    throw new Unfit(`Expected scope ${ancestor.elementInstanceKey} to be active, but it is not`);
  }
  if (!from) return undefined;
  return ancestor.is === 'source-parent' ? from.source.scopeKey : inferredScope(from, now);
}

/** The innermost scope around the source that is also one of the target's. */
function inferredScope(
  { source, targetElementId }: { readonly source: ElementInstance; readonly targetElementId: string },
  { state, graph }: Now,
): Key | undefined {
  const around = new Set<string>();
  for (let node = graph.nodes.get(targetElementId)?.parent; node; node = node.parent) around.add(node.id);
  for (let scope = state.elements.get(source.scopeKey); scope; scope = state.elements.get(scope.scopeKey))
    if (around.has(scope.nodeId)) return scope.key;
  return undefined;
}
