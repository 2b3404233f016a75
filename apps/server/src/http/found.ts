import { Refusal } from './refusal.ts';

/** What was looked for; nothing, or what the viewer may not see, is answered 404. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal('NOT_FOUND');
  return value;
}
