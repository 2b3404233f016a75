import type { Caller } from '@iter/engine-runtime';
import type { Viewer } from '@iter/identity';

/** Whom the engine's records name for what a viewer does. */
export function callerOf({ tenantId, userId }: Viewer): Caller {
  return { tenantId, actor: { userId } };
}
