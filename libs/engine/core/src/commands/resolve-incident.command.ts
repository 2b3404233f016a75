import type { Turn } from '../turn/turn.ts';
import type { CommandOf } from './command.ts';
import { notOpen } from './open-records.ts';

/** Repeats the step that failed, or gives the job its retries back (TURN-10, ACT-13). */
export function resolveIncident(turn: Turn, { key, retries = 1 }: CommandOf<'resolve-incident'>): void {
  const incident = turn.state.incidents.get(key);
  if (!incident) return notOpen(turn, `incident ${key}`);
  const { jobKey, retry } = incident;
  const job = jobKey === undefined ? undefined : turn.state.waits.get(jobKey);
  turn.emit({ type: 'incident-resolved', key, reason: 'resolved' });
  if (job?.kind === 'job' && job.retries === 0)
    turn.emit({ type: 'job-updated', key: job.key, changes: { retries, retryAt: null } });
  if (retry) turn.schedule(retry);
}
