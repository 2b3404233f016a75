import { readFileSync } from 'node:fs';
import { checkDiagram } from '@iter/bpmn';
import { expect, it } from '@jest/globals';
import { draw } from './draw.ts';
import { expected, play } from './play.ts';
import { playOnEngine, problemsOnEngine } from './play-on-engine.ts';
import type { Row } from './row.ts';
import { chapters } from './rows/index.ts';

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const ids = linesOf('rules.txt').map((line) => line.split(' ')[0] ?? '');
/** What engines most often get wrong, each with the rules that tell of it. */
const things = linesOf('things.txt').map((line) => line.split(': ') as [thing: string, rules: string]);

const rows = Object.values(chapters).flat();

it.each(rows)('$rules: $says', async (row) => {
  expect(await seen(row)).toEqual({ trace: row.play && expected(row.play), missing: [], further: [] });
});

/** What the row's drawing does; the problems that were not found, and errors that were found beside them. */
async function seen(row: Row): Promise<object> {
  const { play: script, problems = [] } = row;
  const file = fileOf(row.drawing);
  const trace = script && (await traceOf(row, file, script));
  if (problems.length === 0) return { trace, missing: [], further: [] };
  const all = row.on === 'engine' ? await problemsOnEngine(file) : await checkDiagram(file);
  const found = all.map(({ rule, elementId }) => (elementId === undefined ? rule : `${rule} ${elementId}`));
  const named = problems.map((problem) => problem.split(' ')[0]);
  const errors = all.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return {
    trace,
    missing: problems.filter((problem) => !found.includes(problem)),
    further: errors.filter((rule) => !named.includes(rule)),
  };
}

function traceOf({ on, next, options }: Row, file: string, script: string): Promise<string> {
  if (on !== 'engine') return play(file, script, options);
  return playOnEngine({ file, next: next === undefined ? undefined : fileOf(next) }, script);
}

const fileOf = (drawing: string): string => (drawing.startsWith('<') ? drawing : draw(drawing));

it('names rules that exist', () => {
  const named = rows.flatMap(({ rules }) => rules.split(' '));
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

it('has a row for every rule', () => {
  const named = new Set(rows.flatMap(({ rules }) => rules.split(' ')));
  expect(ids.filter((id) => !named.has(id))).toEqual([]);
});

it.each(things)('has three cases at least of %s', (_thing, rules) => {
  const cases = rows.filter((row) => row.rules.split(' ').some((rule) => rules.split(' ').includes(rule)));
  expect(cases.length).toBeGreaterThanOrEqual(3);
});
