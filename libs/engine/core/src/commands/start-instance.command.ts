import { NO_SCOPE, type Cause } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';

/** Starts the instance at its none start, at the named or triggered start event, or before given elements (INS-1 to INS-6, INS-19). */
export function startInstance(turn: Turn, command: CommandOf<'start-instance'>): Rejection | void {
  const { variables, own, businessId, parent, triggered } = command;
  const cause = causeOf(turn, command);
  if ('code' in cause) return cause;
  turn.emit({
    type: 'instance-started',
    ...(businessId !== undefined && { businessId }),
    ...(parent && { parent }),
  });
  const locals = { ...(triggered ? {} : variables), ...own };
  turn.activate(turn.graph.root, NO_SCOPE, { locals, cause });
}

function causeOf(turn: Turn, command: CommandOf<'start-instance'>): Cause | Rejection {
  const { at, startEventId, triggered, variables, parent } = command;
  const { root, nodes, processId } = turn.graph;
  const named = at ?? (startEventId === undefined ? [] : [startEventId]);
  const unknown = named.find((id) => !nodes.has(id));
  if (unknown !== undefined)
    return {
      code: 'INVALID_ARGUMENT',
      message: `Expected an element '${unknown}' in process '${processId}', but there is none`,
    };
  if (triggered && startEventId !== undefined) return { trigger: { nodeId: startEventId, variables } };
  if (named.length > 0) return { startAt: named.map((nodeId) => ({ nodeId, variables: {} })) };
  const starts = root.startNodes.filter(({ kind }) => kind === 'start-event');
  if (starts.length > 1 || (parent && root.startNodes.length === 0))
    return {
      code: 'INVALID_ARGUMENT',
      message: `Expected process '${processId}' to have one none start event, but it has ${starts.length}`,
    };
  if (root.startNodes.length === 0 && turn.graph.starts.length > 0)
    return {
      code: 'INVALID_STATE',
      message: `Expected process '${processId}' to have a none start event, but it is started by events only`,
    };
  return {};
}
