import { readFileSync } from 'node:fs';
import { checkDiagram } from '@iter/bpmn';
import { describe, expect, it } from '@jest/globals';
import { draw } from './draw.ts';
import { expected, play } from './play.ts';
import { chapters } from './rows/index.ts';

const ids = readFileSync(new URL('rules.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' ')[0]);

/** The problems are found, and a model that is only doubtful has no error. */
async function refuses(file: string, problems: readonly string[]): Promise<void> {
  const all = await checkDiagram(file);
  const found = all.map(({ rule, elementId }) => (elementId === undefined ? rule : `${rule} ${elementId}`));
  expect(found).toEqual(expect.arrayContaining([...problems]));
  const errors = all.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  const named = problems.map((problem) => problem.split(' ')[0]);
  expect(errors.filter((rule) => !named.includes(rule))).toEqual([]);
}

for (const [chapter, rows] of Object.entries(chapters))
  describe(chapter, () => {
    for (const { rules, says, drawing, play: script, options, problems } of rows)
      it(`${rules}: ${says}`, async () => {
        const file = drawing.startsWith('<') ? drawing : draw(drawing);
        if (script) expect(await play(file, script, options)).toBe(expected(script));
        if (problems) await refuses(file, problems);
      });
  });

it('names rules that exist', () => {
  const named = Object.values(chapters).flatMap((rows) => rows.flatMap(({ rules }) => rules.split(' ')));
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
