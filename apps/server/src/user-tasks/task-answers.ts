import type { ErrorCode } from '@iter/contract';
import type { Answer } from '@iter/engine-runtime';
import { valueOf } from '../engine/answers.ts';
import { Refusal } from '../http/refusal.ts';

/**
 * The value of an answer about a task that was there a moment ago: not found now means that it has ended since.
 *
 * @param inWrongState what the state it is in means to the caller
 */
export function taskValueOf<T>(answer: Answer<T>, inWrongState: ErrorCode = 'WRONG_STATE'): T {
  if (answer.ok) return answer.value;
  const { code, message } = answer.rejection;
  if (code === 'NOT_FOUND') throw new Refusal('TASK_ENDED', { cause: message });
  if (code === 'INVALID_STATE') throw new Refusal(inWrongState, { cause: message });
  return valueOf(answer);
}
