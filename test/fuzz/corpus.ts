import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { draw } from '../conformance/draw.ts';
import { chapters } from '../conformance/rows/index.ts';

const DIAGRAMS = path.resolve(import.meta.dirname, '../../diagrams');
/** Of the diagrams of the register, which are much alike, every so many. */
const EVERY = 8;

/** What the fuzzer starts from: diagrams of the register, and the drawings of the conformance rows. */
export function corpus(): readonly string[] {
  const diagrams = readdirSync(DIAGRAMS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .filter((_name, place) => place % EVERY === 0)
    .map((name) => readFileSync(path.join(DIAGRAMS, name), 'utf8'));
  const drawings = Object.values(chapters)
    .flat()
    .map(({ drawing }) => (drawing.startsWith('<') ? drawing : draw(drawing)));
  return [...diagrams, ...drawings];
}
