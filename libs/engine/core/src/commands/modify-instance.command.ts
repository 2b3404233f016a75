import { startBefore } from '../frame/activate.ts';
import { terminate } from '../frame/terminate.ts';
import { setLocal } from '../frame/variables.ts';
import type { ElementKind } from '../elements/index.ts';
import type { Node } from '../graph/process-graph.ts';
import { ROOT_KEY, type ElementInstance, type Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { reject, type CommandOf } from './command.ts';

type Activation = CommandOf<'modify-instance'>['activate'][number];

/** Activates elements and terminates element instances by hand; all of it is checked before anything moves. */
export function modifyInstance(turn: Turn, command: CommandOf<'modify-instance'>): void {
  const scopes = command.activate.map((activation) => scopeFor(turn, activation, command.terminate));
  const unknown = command.terminate.find((key) => !turn.state.elements.has(key));
  if (unknown !== undefined)
    reject('INVALID_ARGUMENT', `Expected element ${unknown} to be active, but it is not`);
  turn.emit({ type: 'instance-modified' });
  for (const { scopeKey, values } of command.variables ?? []) setLocal(turn, scopeKey, values);
  for (const [at, { elementId, variables = {} }] of command.activate.entries()) {
    const scope = scopes[at];
    if (scope) startBefore(turn, turn.nodeOf(scope), scope.key, [{ nodeId: elementId, variables }]);
  }
  for (const key of command.terminate) terminate(turn, key);
}

const notByHand: readonly ElementKind[] = ['start-event', 'boundary-event', 'event-sub-process'];

/** The running scope nearest to the element in which it or the scopes between are made. */
function scopeFor(turn: Turn, { elementId, scopeKey }: Activation, ending: readonly Key[]): ElementInstance {
  const node = turn.graph.nodes.get(elementId);
  if (!node?.parent || notByHand.includes(node.kind))
    return reject(
      'INVALID_ARGUMENT',
      `Expected '${elementId}' to be an element that can be activated, but it is not`,
    );
  for (let parent: Node | undefined = node.parent; parent; parent = parent.parent) {
    const { id } = parent;
    const running = [...turn.state.elements.values()].filter(
      ({ nodeId, status, key }) => nodeId === id && status === 'activated' && !ending.includes(key),
    );
    const named = scopeKey === undefined ? running : running.filter(({ key }) => key === scopeKey);
    const [scope, other] = named;
    if (scope && !other) return scope;
    if (running.length > 0)
      reject(
        'INVALID_ARGUMENT',
        `Expected one instance of scope '${id}' for '${elementId}', but there are ${named.length}`,
      );
  }
  return reject('INVALID_STATE', `Expected element ${ROOT_KEY} to be active, but it is not`);
}
