import { describe, expect, it } from '@jest/globals';
import { drive, openByHistory } from '../test/drive.ts';
import { randomOf } from '../test/random.ts';
import { RandomGraph } from '../test/random-graph.ts';
import { RandomProcess } from '../test/random-process.ts';
import { World, type Case } from '../test/world.ts';
import { elements } from './elements/index.ts';

const { env } = globalThis.process;
const COUNT = Number(env['ITER_RANDOM_PROCESSES'] ?? 100);
const FIRST = Number(env['ITER_RANDOM_SEED'] ?? 1);
/** Counts that say something about all kinds are expected of long runs only. */
const LONG = COUNT >= 5_000;

const entered = new Map<string, number>(Object.keys(elements).map((kind) => [kind, 0]));

function note(world: World): void {
  for (const { events } of world.cases)
    for (const event of events)
      if (event.type === 'element-activating') entered.set(event.kind, (entered.get(event.kind) ?? 0) + 1);
}

/** Runs `play` for each seed; a failure tells the seed and the process. */
async function forSeeds(
  play: (seed: number) => Promise<void>,
  xmlOf: (seed: number) => string,
): Promise<void> {
  for (let seed = FIRST; seed < FIRST + COUNT; seed++)
    try {
      await play(seed);
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      throw new Error(`seed ${seed}: ${told}\n${xmlOf(seed).replaceAll('><', '>\n<')}`, { cause: error });
    }
}

function expectSameOpen(one: Case): void {
  expect(openByHistory(one)).toEqual([...one.state.elements.keys()].sort((a, b) => a - b));
}

/**
 * Each turn runs on the live and on a reloaded state, which must give the same, and is followed by the invariants
 * (`Case.turn`); here is what must hold besides.
 */
describe(`random processes, seeds ${FIRST} to ${FIRST + COUNT - 1}`, () => {
  const structured = (seed: number): string => new RandomProcess(seed).xml();
  const graph = (seed: number): string => new RandomGraph(seed).xml();

  it('come to their end if they are block-structured, and history tells the same open set', async () => {
    await forSeeds(async (seed) => {
      const world = await World.of(structured(seed), { maxTotalSteps: 20_000, mostTurns: 3_000 });
      const one = world.start();
      drive(world, one, randomOf(seed + 1_000_000));
      note(world);
      expectSameOpen(one);
      expect({ status: one.status, open: one.open(), incidents: one.incidents() }).toEqual({
        status: 'completed',
        open: [],
        incidents: [],
      });
    }, structured);
  }, 7_200_000);

  it('keep the invariants if their flows go anywhere, and can be canceled', async () => {
    await forSeeds(async (seed) => {
      const world = await World.of(graph(seed), { maxSteps: 50, maxTotalSteps: 150, mostTurns: 400 });
      const one = world.start();
      drive(world, one, randomOf(seed + 2_000_000), 15);
      note(world);
      expectSameOpen(one);
      if (one.status === 'active') one.do({ type: 'cancel-instance' });
      expect(openByHistory(one)).toEqual([]);
      expect(['completed', 'terminated']).toContain(one.status);
    }, graph);
  }, 7_200_000);

  it('enter every kind of element at least a hundred times in a long run', () => {
    const few = [...entered].filter(([, count]) => count < (LONG ? 100 : 1));
    if (LONG) console.log([...entered].map(([kind, count]) => `${kind} ${count}`).join('\n'));
    expect(few).toEqual([]);
  });

  it('are written with every kind of element and event definition', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed++) {
      const random = new RandomProcess(seed);
      random.xml();
      for (const [kind, count] of random.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
    if (LONG) console.log([...kinds].map(([kind, count]) => `${kind} ${count}`).join('\n'));
    expect([...kinds].filter(([, count]) => count < 50)).toEqual([]);
  });
});
