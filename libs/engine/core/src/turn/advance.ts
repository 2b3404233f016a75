import { handlers } from '../commands/index.ts';
import { reject, Rejected, type Command } from '../commands/command.ts';
import { raise } from '../frame/incidents.ts';
import type { ProcessGraph } from '../graph/process-graph.ts';
import { ROOT_KEY, type InstanceState } from '../state/instance-state.ts';
import type { Env } from './env.ts';
import type { Outcome } from './outcome.ts';
import { run } from './run.ts';
import type { Step } from './step.ts';
import { Turn } from './turn.ts';

/**
 * One turn (TURN-1): checks the command, then runs steps until none is left, and tells what happened. A rejected
 * command leaves the state untouched; an accepted one has changed it. Synchronous and deterministic: the same
 * graph, state, command and env give the same outcome.
 *
 * @throws Error for a bug of the engine or of `env`: throw the state away and load it again.
 */
export function advance(graph: ProcessGraph, state: InstanceState, command: Command, env: Env): Outcome {
  return runTurn(new Turn(graph, state, env), command.type === 'continue' ? state.stepsSpent : 0, (turn) => {
    checkStatus(turn, command);
    // The mapped type makes the table total; TypeScript cannot follow one command through it.
    const handle = handlers[command.type] as (turn: Turn, command: Command) => void;
    handle(turn, command);
  });
}

/** Does what begins a turn, which may be rejected, then all that it has scheduled. */
export function runTurn(turn: Turn, spent: number, begin: (turn: Turn) => void): Outcome {
  const { state, events, effects, touched, agenda } = turn;
  const firstEvent = state.lastEvent + 1;
  try {
    begin(turn);
  } catch (error) {
    // A rejection after the first event would leave a changed state behind: that is a bug.
    if (!(error instanceof Rejected) || events.length > 0) throw error;
    return { accepted: false, rejection: error.rejection };
  }
  if (state.status === 'suspended') park(turn, [...state.parked, ...agenda.rest()], spent);
  else work(turn, state.parked, spent);
  return { accepted: true, events, firstEvent, effects, touched };
}

/** Commands an instance takes while it is suspended; their steps wait until it is resumed. */
const whileSuspended: ReadonlySet<Command['type']> = new Set([
  'resume-instance',
  'cancel-instance',
  'set-variables',
  'child-ended',
  'child-threw',
  'throw-uncaught',
]);

function checkStatus({ state: { status }, instance }: Turn, { type }: Command): void {
  if (status === 'new' && type !== 'start-instance')
    reject('NOT_FOUND', `Expected instance ${instance} to be started, but it is not`);
  if (status !== 'new' && type === 'start-instance')
    reject('ALREADY_EXISTS', `Expected instance ${instance} to be new, but it is ${status}`);
  if (status === 'completed' || status === 'terminated')
    reject('NOT_FOUND', `Expected instance ${instance} to be running, but it is ${status}`);
  if (status === 'suspended' && !whileSuspended.has(type))
    reject('INVALID_STATE', `Expected instance ${instance} to be active, but it is suspended`);
}

/** Runs what former turns left, then what the command scheduled; leaves the rest to a further turn (TURN-11). */
function work(turn: Turn, former: readonly Step[], spent: number): void {
  const { env, state, agenda } = turn;
  const halted = [...state.incidents.values()].some(({ failure }) => failure.code === 'STEP_LIMIT');
  if (former.length > 0 && !halted) agenda.putFirst(former);
  const { steps, seen } = run(turn, Math.min(env.maxSteps, env.maxTotalSteps - spent));
  // Nothing is left to do in an instance that has ended.
  const left = halted ? [...former, ...agenda.rest()] : agenda.rest();
  const rest = state.elements.has(ROOT_KEY) ? left : [];
  const total = spent + steps;
  park(turn, rest, total);
  if (rest.length === 0 || halted) return;
  if (total < env.maxTotalSteps)
    return turn.send({ to: 'instance', instance: turn.instance, command: { type: 'continue' } });
  const often = [...seen].sort(([, a], [, b]) => b - a).slice(0, 3);
  const names = often.map(([id, count]) => `'${id}' (${count})`).join(', ');
  raise(turn, ROOT_KEY, {
    code: 'STEP_LIMIT',
    message: `Expected the turn to end within ${env.maxTotalSteps} steps, but it goes on; seen most: ${names}`,
  });
}

function park(turn: Turn, steps: readonly Step[], spent: number): void {
  if (steps.length === 0 && turn.state.parked.length === 0) return;
  turn.emit({ type: 'steps-parked', steps, spent: steps.length === 0 ? 0 : spent });
}
