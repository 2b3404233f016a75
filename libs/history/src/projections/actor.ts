import type { Actor } from '@iter/engine-runtime';

/** The person who acted; undefined where the system did. */
export function actingUser(actor: Actor): string | undefined {
  return 'userId' in actor ? actor.userId : undefined;
}

/** The person who acted and the one in whose stead it was done. */
export function involvedUsers(actor: Actor): string[] {
  if (!('userId' in actor)) return [];
  return actor.onBehalfOf === undefined ? [actor.userId] : [actor.userId, actor.onBehalfOf];
}
