import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from './faults.ts';

const CORE = path.resolve(import.meta.dirname, '../../libs/engine/core/src');

/** Where a fault is planted: a file, the text as it stands there, and what takes its place. */
export interface Place {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Every place in the sources of the core that has the text of a fault, white space aside; there should be one. */
export function placesOf({ search, replace }: Fault): Place[] {
  const words = search.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(words.join('\\s+'), 'g');
  return sources().flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([from]) => ({ file, from, to: replace })),
  );
}

function sources(): { readonly file: string; readonly text: string }[] {
  return readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join(CORE, name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
