import type { RouteInput, routes } from '@iter/contract';
import type { CompleteJob } from '@iter/engine-runtime';

type Given = NonNullable<RouteInput<typeof routes.completeJob>['body']>['result'];
type Result = NonNullable<CompleteJob['result']>;

/** What a task listener decided, in the engine's words; undefined where it decided nothing. */
export function jobResultOf(given: Given): Result | undefined {
  if (given === undefined) return undefined;
  const { denied, deniedReason, corrections } = given;
  return {
    of: 'task-listener',
    ...(denied == null ? {} : { denied }),
    ...(deniedReason == null ? {} : { reason: deniedReason }),
    ...(corrections == null ? {} : { corrections: present(corrections) }),
  };
}

/** In Camunda a correction of null means: not corrected. An empty text or list clears. */
function present<T extends object>(corrections: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(corrections).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> };
}
