import { terminate } from '../frame/terminate.ts';
import { NO_SCOPE, ROOT_KEY, type Cause } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { reject, type CommandHandlers, type CommandOf } from './command.ts';

/** Starting an instance, and what is done with it as a whole. */
export const instanceCommands = {
  /** At its none start, at the named or triggered start event, or before given elements (INS-1 to INS-6, INS-19). */
  'start-instance'(turn, command) {
    const { variables, own, businessId, parent, triggered } = command;
    const cause = causeOf(turn, command);
    turn.emit({
      type: 'instance-started',
      ...(businessId !== undefined && { businessId }),
      ...(parent && { parent }),
    });
    const locals = { ...(triggered ? {} : variables), ...own };
    turn.activate(turn.graph.root, NO_SCOPE, { locals, cause });
  },
  /** Terminates everything and compensates nothing; a called instance ends with its caller only (END-7, CALL-8). */
  'cancel-instance'(turn, { byParent }) {
    const { parent, status, parked } = turn.state;
    if (parent && !byParent)
      reject(
        'INVALID_STATE',
        `Expected instance ${turn.instance} not to be called by another, but it belongs to instance ${parent.root}`,
      );
    if (status === 'suspended') turn.emit({ type: 'instance-resumed' });
    if (parked.length > 0) turn.emit({ type: 'steps-parked', steps: [], spent: 0 });
    terminate(turn, ROOT_KEY);
  },
  /** The instance takes no answers until it is resumed; timers and messages wait meanwhile. */
  'suspend-instance'(turn, command) {
    turn.emit({ type: 'instance-suspended' });
    tellCalled(turn, command);
  },
  /** Goes on with what was left; rejected for an instance that is not suspended. */
  'resume-instance'(turn, command) {
    const { status } = turn.state;
    if (status !== 'suspended')
      reject('INVALID_STATE', `Expected instance ${turn.instance} to be suspended, but it is ${status}`);
    turn.emit({ type: 'instance-resumed' });
    tellCalled(turn, command);
  },
  /** Goes on with the steps a long turn left; there may be none any more, because another command took them along. */
  continue(turn) {
    if (turn.state.parked.length === 0)
      reject('INVALID_STATE', `Expected instance ${turn.instance} to have steps left, but it has none`);
  },
} satisfies Partial<CommandHandlers>;

/** What an instance has called stands still and goes on with it. */
function tellCalled(turn: Turn, command: CommandOf<'suspend-instance' | 'resume-instance'>): void {
  for (const wait of turn.state.waits.values())
    if (wait.kind === 'child') turn.send({ to: 'instance', instance: wait.instance, command });
}

function causeOf(turn: Turn, command: CommandOf<'start-instance'>): Cause {
  const { at, startEventId, triggered, variables, parent } = command;
  const { root, nodes, processId, starts: events } = turn.graph;
  const named = at ?? (startEventId === undefined ? [] : [startEventId]);
  const unknown = named.find((id) => !nodes.has(id));
  if (unknown !== undefined)
    reject(
      'INVALID_ARGUMENT',
      `Expected an element '${unknown}' in process '${processId}', but there is none`,
    );
  if (triggered && startEventId !== undefined) return { trigger: { nodeId: startEventId, variables } };
  if (named.length > 0) return { startAt: named.map((nodeId) => ({ nodeId, variables: {} })) };
  const starts = root.startNodes.filter(({ kind }) => kind === 'start-event').length;
  if (starts > 1 || (parent && root.startNodes.length === 0))
    reject(
      'INVALID_ARGUMENT',
      `Expected process '${processId}' to have one none start event, but it has ${starts}`,
    );
  if (root.startNodes.length === 0 && events.length > 0)
    reject(
      'INVALID_STATE',
      `Expected process '${processId}' to have a none start event, but it is started by events only`,
    );
  return {};
}
