import { handlers } from '../commands/index.ts';
import type { Command, Rejection } from '../commands/command.ts';
import { raise } from '../frame/incidents.ts';
import type { ProcessGraph } from '../graph/process-graph.ts';
import { ROOT_KEY, type InstanceState } from '../state/instance-state.ts';
import type { Env } from './env.ts';
import type { Outcome } from './outcome.ts';
import { RunningTurn } from './running-turn.ts';
import { run } from './run.ts';
import type { Step } from './step.ts';

/**
 * One turn (TURN-1): checks the command, then runs steps until none is left, and tells what happened. A rejected
 * command leaves the state untouched; an accepted one has changed it. Synchronous and deterministic: the same
 * graph, state, command and env give the same outcome.
 *
 * @throws Error for a bug of the engine or of `env`: throw the state away and load it again.
 */
export function advance(graph: ProcessGraph, state: InstanceState, command: Command, env: Env): Outcome {
  const turn = new RunningTurn(graph, state, env);
  const firstEvent = state.lastEvent + 1;
  const rejection = checkStatus(state, command) ?? handle(turn, command);
  if (rejection) return { accepted: false, rejection };
  const former = state.parked;
  const spent = command.type === 'continue' ? state.stepsSpent : 0;
  if (state.status !== 'suspended') work(turn, former, spent);
  else park(turn, [...former, ...turn.agenda.rest()], spent);
  return outcomeOf(turn, firstEvent);
}

/** Runs what a turn has scheduled without a command of its own. */
export function finishTurn(turn: RunningTurn, firstEvent: number): Outcome {
  if (turn.state.status === 'suspended') park(turn, turn.agenda.rest(), 0);
  else work(turn, [], 0);
  return outcomeOf(turn, firstEvent);
}

function outcomeOf({ events, effects, touched }: RunningTurn, firstEvent: number): Outcome {
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

function checkStatus(state: InstanceState, command: Command): Rejection | undefined {
  const { status } = state;
  const instance = state.numbers[0];
  if ((status === 'new') !== (command.type === 'start-instance'))
    return status === 'new'
      ? { code: 'NOT_FOUND', message: `Expected instance ${instance} to be started, but it is not` }
      : { code: 'ALREADY_EXISTS', message: `Expected instance ${instance} to be new, but it is ${status}` };
  if (status === 'completed' || status === 'terminated')
    return { code: 'NOT_FOUND', message: `Expected instance ${instance} to be running, but it is ${status}` };
  if (status === 'suspended' && !whileSuspended.has(command.type))
    return {
      code: 'INVALID_STATE',
      message: `Expected instance ${instance} to be active, but it is suspended`,
    };
  return undefined;
}

function handle(turn: RunningTurn, command: Command): Rejection | undefined {
  // The mapped type makes the table total; TypeScript cannot follow one command through it.
  const handler = handlers[command.type] as (turn: RunningTurn, command: Command) => Rejection | void;
  return handler(turn, command) ?? undefined;
}

/** Runs what former turns left, then what the command scheduled; leaves the rest to a further turn (TURN-11). */
function work(turn: RunningTurn, former: readonly Step[], spent: number): void {
  const { env, state } = turn;
  const halted = [...state.incidents.values()].some(({ failure }) => failure.code === 'STEP_LIMIT');
  if (former.length > 0 && !halted) turn.agenda.putFirst(former);
  const { steps, seen } = run(turn, Math.min(env.maxSteps, env.maxTotalSteps - spent));
  const rest = halted ? [...former, ...turn.agenda.rest()] : turn.agenda.rest();
  const total = spent + steps;
  park(turn, rest, total);
  if (rest.length === 0 || halted || !state.elements.has(ROOT_KEY)) return;
  if (total < env.maxTotalSteps) {
    turn.send({ to: 'instance', instance: state.numbers[0] as number, command: { type: 'continue' } });
    return;
  }
  const often = [...seen].sort(([, a], [, b]) => b - a).slice(0, 3);
  raise(turn, ROOT_KEY, {
    code: 'STEP_LIMIT',
    message: `Expected the turn to end within ${env.maxTotalSteps} steps, but it goes on; seen most: ${often
      .map(([id, count]) => `'${id}' (${count})`)
      .join(', ')}`,
  });
}

function park(turn: RunningTurn, steps: readonly Step[], spent: number): void {
  if (steps.length === 0 && turn.state.parked.length === 0) return;
  turn.emit({ type: 'steps-parked', steps, spent: steps.length === 0 ? 0 : spent });
}
