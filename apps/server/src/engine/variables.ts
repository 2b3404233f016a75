import type { JsonText } from '@iter/engine-core';
import type { Variables } from '@iter/engine-runtime';
import { parseExactly, stringifyExactly } from '../http/json.ts';

/** Variables of a request, each as the exact JSON text that came. */
export function toVariables(values: Readonly<Record<string, unknown>> | null | undefined): Variables {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, stringifyExactly(value) as JsonText]));
}

/** Variables for an answer; every number is written as it is kept. */
export function fromVariables(variables: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, parseExactly(text)]));
}
