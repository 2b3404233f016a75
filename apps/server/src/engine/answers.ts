import type { Answer, EngineRejection } from '@iter/engine-runtime';
import { Refusal } from '../http/refusal.ts';

/** The value of an engine's answer; its refusal is thrown in the words of the interface. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw refusalOf(answer.rejection);
}

function refusalOf(rejection: EngineRejection): Refusal {
  const { code, message, field, retryAfter = 1 } = rejection;
  switch (code) {
    case 'NOT_FOUND':
      return new Refusal('NOT_FOUND', { cause: message });
    case 'INVALID_STATE':
      return new Refusal('WRONG_STATE', { cause: message });
    case 'SUSPENDED':
      return new Refusal('CASE_SUSPENDED', { cause: message });
    case 'ALREADY_EXISTS':
      return new Refusal('ALREADY_EXISTS', { cause: message });
    case 'INVALID_ARGUMENT':
      return field === undefined
        ? new Refusal('REJECTED', { params: { reason: message } })
        : new Refusal('VALIDATION', { fields: [{ field, rule: 'value', message }] });
    case 'DEPLOYMENT_REFUSED':
      return new Refusal('DIAGRAM_INVALID', { params: { count: 1 }, cause: message });
    case 'OVERLOADED':
      return new Refusal('UNAVAILABLE', { retryAfter, cause: message });
    case 'TIMEOUT':
      return new Refusal('TIMEOUT', { cause: message });
  }
}
