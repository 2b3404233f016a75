import { describe, expect, it } from '@jest/globals';
import { drive, openByHistory } from '../test/drive.ts';
import { randomOf } from '../test/random.ts';
import { RandomProcess } from '../test/random-process.ts';
import { World } from '../test/world.ts';

const COUNT = Number(globalThis.process?.env['ITER_RANDOM_PROCESSES'] ?? 100);
const FIRST = Number(globalThis.process?.env['ITER_RANDOM_SEED'] ?? 1);

/**
 * Random block-structured processes on random paths. Each turn runs on the live and on a reloaded state and is
 * followed by the invariants (`World`); here: every process comes to its end, and history tells the same open set.
 */
describe('random processes', () => {
  it(`come to their end: seeds ${FIRST} to ${FIRST + COUNT - 1}`, async () => {
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
      const xml = new RandomProcess(seed).xml();
      try {
        const world = await World.of(xml, { maxTotalSteps: 20_000 });
        const one = world.start();
        drive(world, one, randomOf(seed + 1_000_000));
        const open = [...one.state.elements.keys()].sort((a, b) => a - b);
        expect(openByHistory(one)).toEqual(open);
        expect({ status: one.status, open: one.open(), incidents: one.incidents() }).toEqual({
          status: 'completed',
          open: [],
          incidents: [],
        });
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}\n${xml.replaceAll('><', '>\n<')}`);
      }
    }
  }, 300_000);

  it('use every kind of element often', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed++) {
      const random = new RandomProcess(seed);
      random.xml();
      for (const [kind, count] of random.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
    expect([...kinds].filter(([, count]) => count < 100)).toEqual([]);
  });
});
