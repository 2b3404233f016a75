import type { JobModel } from '../graph/element-models.ts';
import type { Values } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { JobPurpose } from '../state/wait.ts';
import type { Turn } from '../turn/turn.ts';
import { valueOf } from './incidents.ts';
import { acceptResult } from './mappings.ts';
import { integer, text } from './values.ts';

const MAX_RETRIES = 2 ** 31 - 1;

/** The whole work of a job task: done at once if `env` answers it, otherwise a job is opened. */
export function workAsJob(turn: Turn, self: ElementInstance, model: JobModel): void {
  const answer = requestJob(turn, self, model, { of: 'task' });
  if (!answer) return;
  acceptResult(turn, self, answer);
  turn.complete(self);
}

/** Type and retries are evaluated once, here. @returns the answer of `env`; nothing: a job was opened. */
export function requestJob(
  turn: Turn,
  self: ElementInstance,
  model: JobModel,
  purpose: JobPurpose,
): Values | undefined {
  const type = text(turn, model.type, self.key);
  const retries = integer(turn, model.retries, self.key, { from: 0, to: MAX_RETRIES });
  const { elementId, properties } = turn.nodeOf(self);
  const { headers } = model;
  const variables = turn.variables(self.key);
  const answer = turn.env.answer({ type, purpose, elementId, headers, properties, variables });
  if (answer) return valueOf(answer);
  turn.open({ kind: 'job', owner: self.key, elementId, jobType: type, retries, headers, purpose });
  return undefined;
}
