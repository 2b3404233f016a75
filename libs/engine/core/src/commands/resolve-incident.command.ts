import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { notFound } from './find-wait.ts';

/** Repeats the step that failed, or gives the job its retries back (TURN-10, ACT-13). */
export function resolveIncident(turn: Turn, command: CommandOf<'resolve-incident'>): Rejection | void {
  const { key, retries = 1 } = command;
  const incident = turn.state.incidents.get(key);
  if (!incident) return notFound(turn, `incident ${key}`);
  const { jobKey, retry } = incident;
  const job = jobKey === undefined ? undefined : turn.state.waits.get(jobKey);
  turn.emit({ type: 'incident-resolved', key, reason: 'resolved' });
  if (job?.kind === 'job' && job.retries === 0)
    turn.emit({ type: 'job-updated', key: job.key, changes: { retries, retryAt: null } });
  if (retry) turn.schedule(retry);
}
