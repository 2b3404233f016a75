import { activate } from '../frame/activate.ts';
import { checkConditions } from '../frame/conditions.ts';
import { enter } from '../frame/enter.ts';
import { fire } from '../frame/fire.ts';
import { attempt } from '../frame/incidents.ts';
import { rejoin } from '../frame/joins.ts';
import { beginLeaving, leave } from '../frame/leave.ts';
import { settle } from '../frame/settle.ts';
import { terminate } from '../frame/terminate.ts';
import { deliver } from '../frame/throws.ts';
import type { NodeId } from '../graph/process-graph.ts';
import type { Step, StepOf } from './step.ts';
import type { Turn } from './turn.ts';

type Performers = { readonly [D in Step['do']]: (turn: Turn, step: StepOf<D>) => void };

const performers: Performers = {
  activate,
  enter,
  complete: beginLeaving,
  leave,
  terminate: (turn, { key, interruptedBy }) => terminate(turn, key, interruptedBy),
  settle,
  rejoin,
  'check-conditions': checkConditions,
  fire,
  'go-on': goOn,
  throw: deliver,
};

/** Runs steps until none is left or `limit` is met; tells how many, and how often each node was entered. */
export function run(turn: Turn, limit: number): { steps: number; seen: ReadonlyMap<NodeId, number> } {
  const seen = new Map<NodeId, number>();
  let steps = 0;
  while (steps < limit) {
    const step = turn.agenda.take();
    if (!step) break;
    steps++;
    if (step.do === 'activate') seen.set(step.nodeId, (seen.get(step.nodeId) ?? 0) + 1);
    // The mapped type makes the table total; TypeScript cannot follow one step through it.
    const perform = performers[step.do] as (turn: Turn, step: Step) => void;
    perform(turn, step);
  }
  return { steps, seen };
}

function goOn(turn: Turn, step: StepOf<'go-on'>): void {
  const self = turn.state.elements.get(step.key);
  if (self?.status !== 'activated') return;
  const node = turn.nodeOf(self);
  attempt(turn, self.key, () => turn.behavior(node).goOn?.(turn, node, self, step.at), { retry: step });
}
