import { startBefore } from '../frame/activate.ts';
import { terminate } from '../frame/terminate.ts';
import { setLocal } from '../frame/variables.ts';
import type { Node } from '../graph/process-graph.ts';
import { ROOT_KEY, type ElementInstance, type Key } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { isRejection } from './find-wait.ts';

type Activation = CommandOf<'modify-instance'>['activate'][number];

/** Activates elements and terminates element instances by hand; all of it is checked before anything moves. */
export function modifyInstance(turn: Turn, command: CommandOf<'modify-instance'>): Rejection | void {
  const places: { readonly node: Node; readonly scope: ElementInstance; readonly activation: Activation }[] =
    [];
  for (const activation of command.activate) {
    const place = placeOf(turn, activation, command.terminate);
    if (isRejection(place)) return place;
    places.push({ ...place, activation });
  }
  const unknown = command.terminate.find((key) => !turn.state.elements.has(key));
  if (unknown !== undefined)
    return { code: 'INVALID_ARGUMENT', message: `Expected element ${unknown} to be active, but it is not` };
  turn.emit({ type: 'instance-modified' });
  for (const { scopeKey, values } of command.variables ?? []) setLocal(turn, scopeKey, values);
  for (const { node, scope, activation } of places) {
    const start = { nodeId: node.id, variables: activation.variables ?? {} };
    startBefore(turn, turn.nodeOf(scope), scope.key, [start]);
  }
  for (const key of command.terminate) terminate(turn, key);
}

/** The element, and the running scope nearest to it in which it or the scopes between are made. */
function placeOf(
  turn: Turn,
  { elementId, scopeKey }: Activation,
  ending: readonly Key[],
): { readonly node: Node; readonly scope: ElementInstance } | Rejection {
  const node = turn.graph.nodes.get(elementId);
  if (
    !node?.parent ||
    node.kind === 'start-event' ||
    node.kind === 'boundary-event' ||
    node.kind === 'event-sub-process'
  )
    return {
      code: 'INVALID_ARGUMENT',
      message: `Expected '${elementId}' to be an element that can be activated, but it is not`,
    };
  for (let parent: Node | undefined = node.parent; parent; parent = parent.parent) {
    const { id } = parent;
    const running = [...turn.state.elements.values()].filter(
      ({ nodeId, status, key }) => nodeId === id && status === 'activated' && !ending.includes(key),
    );
    const named = scopeKey === undefined ? running : running.filter(({ key }) => key === scopeKey);
    const [scope, other] = named;
    if (scope && !other) return { node, scope };
    if (running.length > 0)
      return {
        code: 'INVALID_ARGUMENT',
        message: `Expected one instance of scope '${id}' for '${elementId}', but there are ${named.length}`,
      };
  }
  return { code: 'INVALID_STATE', message: `Expected element ${ROOT_KEY} to be active, but it is not` };
}
