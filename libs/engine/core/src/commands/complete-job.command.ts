import { acceptListener } from '../frame/listeners.ts';
import { acceptResult } from '../frame/mappings.ts';
import { listenerAnswered } from '../frame/user-tasks.ts';
import { setLocal } from '../frame/variables.ts';
import type { JobAnswer } from '../events/engine-event.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { JobWait } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { chooseAdHoc } from './activate-ad-hoc.command.ts';
import type { CommandOf, JobResult, Rejection } from './command.ts';
import { findWait, isRejection } from './find-wait.ts';

/** A worker has done its job: of a task, which then completes, or of a listener, behind which the element goes on. */
export function completeJob(turn: Turn, command: CommandOf<'complete-job'>): Rejection | void {
  const job = findWait(turn, command.key, 'job');
  if (isRejection(job)) return job;
  const self = turn.state.elements.get(job.owner);
  if (!self) return;
  closeIncidents(turn, job);
  turn.emit({ type: 'wait-closed', key: job.key, reason: 'completed', ...answerOf(command.result) });
  goOn(turn, self, job, command);
}

/** Whether a task listener denied the change, and why. */
function answerOf(result: JobResult | undefined): { readonly answer?: JobAnswer } {
  if (result?.of !== 'task-listener' || result.denied === undefined) return {};
  const { denied, reason } = result;
  return { answer: { denied, ...(reason !== undefined && { deniedReason: reason }) } };
}

function goOn(
  turn: Turn,
  self: ElementInstance,
  { purpose }: JobWait,
  { variables, result }: CommandOf<'complete-job'>,
): void {
  const node = turn.nodeOf(self);
  if (purpose.of === 'execution-listener' && purpose.on !== 'cancel') {
    acceptListener(turn, self, purpose.on, variables);
    const next = { key: self.key, phase: 'listeners', listener: purpose.index + 1 } as const;
    turn.schedule(purpose.on === 'start' ? { do: 'enter', ...next } : { do: 'leave', ...next });
    return;
  }
  if (purpose.of === 'task-listener')
    return listenerAnswered(turn, self, purpose, result?.of === 'task-listener' ? result : undefined);
  if (purpose.of === 'ad-hoc') {
    setLocal(turn, self.key, variables);
    if (result?.of === 'ad-hoc') chooseAdHoc(turn, self, result);
    return;
  }
  acceptResult(turn, node, self, variables);
  // An event with further results goes on with them; a task completes.
  if (node.element.goOn && node.kind.endsWith('-event')) turn.goOn(self, 1);
  else turn.complete(self);
}

/** An incident about a job that is answered after all is over. */
export function closeIncidents(turn: Turn, job: JobWait): void {
  for (const incident of turn.state.incidents.values())
    if (incident.jobKey === job.key)
      turn.emit({ type: 'incident-resolved', key: incident.key, reason: 'canceled' });
}
