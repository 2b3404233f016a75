import type { ActivatedJob } from '@iter/engine-runtime';

/** A variable of a job as text (numbers as they are written); undefined where it is absent, null or no text. */
export function textVariable(job: ActivatedJob, name: string): string | undefined {
  const value = valueOf(job, name);
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? job.variables[name] : undefined;
}

/** A variable of a job as a list of texts; a single text is a list of one. */
export function listVariable(job: ActivatedJob, name: string): readonly string[] {
  const value = valueOf(job, name);
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
}

function valueOf(job: ActivatedJob, name: string): unknown {
  const text = Object.hasOwn(job.variables, name) ? job.variables[name] : job.customHeaders[name];
  if (text === undefined) return undefined;
  return Object.hasOwn(job.variables, name) ? (JSON.parse(text) as unknown) : text;
}
