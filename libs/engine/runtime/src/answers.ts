import type { EngineRejection } from './engine.ts';
import type { TurnResult } from './turns/turn-runner.ts';

export function rejected(rejection: EngineRejection): { ok: false; rejection: EngineRejection } {
  return { ok: false, rejection };
}

export function refusal(result: Exclude<TurnResult, { is: 'done' }>): {
  ok: false;
  rejection: EngineRejection;
} {
  if (result.is === 'rejected') {
    const { rejection, suspended } = result;
    return rejected(
      suspended && rejection.code === 'INVALID_STATE' ? { ...rejection, code: 'SUSPENDED' } : rejection,
    );
  }
  return rejected({
    code: 'INVALID_STATE',
    message: 'Expected the command to be open, but it was done already',
  });
}
