import type { EngineEvent } from '@iter/engine-core';

/** An instance as the rows see it: what happened, in order. */
export interface Seen {
  readonly events: readonly EngineEvent[];
}

/**
 * What happened after the first `from` events: `a` completed, `~a` terminated, `!a CODE` an incident; then what is
 * active (`[a b]`), or `.` for a completed and `x` for a terminated instance.
 */
export function told({ events }: Seen, from: number): string {
  const ids = new Map<number, string>();
  const open = new Map<number, string>();
  const words: string[] = [];
  let end: string | undefined;
  for (const [at, event] of events.entries()) {
    if (event.type === 'element-activating') ids.set(event.key, event.elementId);
    if (event.type === 'element-activating' && event.key !== 0) open.set(event.key, event.elementId);
    if (event.type === 'element-completed' || event.type === 'element-terminated') open.delete(event.key);
    if (event.type === 'element-migrated') open.set(event.key, event.elementId);
    if (event.type === 'instance-ended') end = event.status === 'completed' ? '.' : 'x';
    if (at < from) continue;
    if (event.type === 'element-completed' && event.key !== 0) words.push(ids.get(event.key) ?? '');
    if (event.type === 'element-terminated' && event.key !== 0) words.push(`~${ids.get(event.key) ?? ''}`);
    if (event.type === 'incident-raised')
      words.push(`!${event.incident.elementId} ${event.incident.failure.code}`);
  }
  return [...words, end ?? `[${[...open.values()].join(' ')}]`].join(' ');
}

/** The steps of a script, without comments and empty lines. */
export function stepsOf(script: string): string[] {
  return script
    .split('\n')
    .map((line) => line.replace(/\s*\/\/.*$/, '').trim())
    .filter((line) => line !== '');
}
