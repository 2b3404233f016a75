import type { RouteInput, routes } from '@iter/contract';
import type { CompleteJob } from '@iter/engine-runtime';
import { toVariables } from '../engine/variables.ts';

type Given = NonNullable<RouteInput<typeof routes.completeJob>['body']>['result'];
type Result = NonNullable<CompleteJob['result']>;

/** What the worker of a listener or of an ad-hoc sub-process decided, in the engine's words. */
export function jobResultOf(given: Given): Result | undefined {
  if (given === undefined) return undefined;
  return given.type === 'userTask' ? listenerResult(given) : adHocResult(given);
}

function listenerResult({ denied, deniedReason, corrections }: Extract<Given, { type: 'userTask' }>): Result {
  return {
    of: 'task-listener',
    ...(denied == null ? {} : { denied }),
    ...(deniedReason == null ? {} : { reason: deniedReason }),
    ...(corrections == null ? {} : { corrections: present(corrections) }),
  };
}

function adHocResult(given: Extract<Given, { type: 'adHocSubProcess' }>): Result {
  return {
    of: 'ad-hoc',
    activate: (given.activateElements ?? []).map(({ elementId, variables }) => ({
      elementId,
      variables: toVariables(variables),
    })),
    completed: given.isCompletionConditionFulfilled ?? false,
    cancelRemaining: given.isCancelRemainingInstances ?? false,
  };
}

/** In Camunda a correction of null means: not corrected. An empty text or list clears. */
function present<T extends object>(corrections: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(corrections).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> };
}
