import type { CatchSpec, Env, JsonText, Result, Schedule } from '@iter/engine-core';

/** A timer start of a process, by the rules of any other timer, for the deployment to subscribe (INS-8). */
export function scheduleStart(
  { trigger, node }: CatchSpec,
  env: Pick<Env, 'schedule' | 'evaluate' | 'now'>,
): Result<Schedule> {
  if (trigger.on !== 'timer') throw new Error(`Expected '${node.elementId}' to start by a timer`);
  const { timer, value } = trigger;
  if ('fixed' in value) return env.schedule(timer, JSON.stringify(value.fixed) as JsonText, env.now);
  const text = env.evaluate(value, { get: () => undefined, all: () => ({}) });
  return text.ok ? env.schedule(timer, text.value, env.now) : text;
}
