import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { draw } from './draw.ts';
import { expected, play } from './play.ts';
import { chapters } from './rows/index.ts';

const ids = readFileSync(new URL('rules.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' ')[0]);

for (const [chapter, rows] of Object.entries(chapters))
  describe(chapter, () => {
    for (const { rules, says, drawing, play: script, options } of rows)
      it(`${rules}: ${says}`, async () => {
        if (script) expect(await play(draw(drawing), script, options)).toBe(expected(script));
      });
  });

it('names rules that exist', () => {
  const named = Object.values(chapters).flatMap((rows) => rows.flatMap(({ rules }) => rules.split(' ')));
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
