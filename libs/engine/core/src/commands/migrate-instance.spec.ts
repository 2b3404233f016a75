import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';
import { checkMigration, dumpState, migrateInstance } from '../index.ts';

const first = process('p').start().userTask('check').userTask('sign').end().xml();
const second = process('p')
  .start()
  .userTask('check')
  .userTask('stamp')
  .userTask('countersign')
  .end()
  .boundary('late', 'check', { timer: { duration: 'P1D' } })
  .end('gone')
  .xml();

async function both(): Promise<{ world: World; target: World }> {
  return { world: await World.of(first), target: await World.of(second) };
}

describe('migration', () => {
  it('moves tasks by the mapping and opens what the target waits for in addition', async () => {
    const { world, target } = await both();
    const one = world.start();
    const graph = target.graphs.get('p');
    if (!graph) throw new Error('not deployed');
    const outcome = migrateInstance(
      one.graph,
      graph,
      one.state,
      { definitionKey: '2', mapping: new Map() },
      world.env(),
    );
    expect(outcome.accepted).toBe(true);
    expect(one.state.definitionKey).toBe('2');
    expect([...one.state.waits.values()].map(({ kind, elementId }) => `${kind} ${elementId}`)).toEqual([
      'user-task check',
      'timer late',
    ]);
  });

  it('refuses what does not fit and moves nothing; a dry run tells the same', async () => {
    const { world, target } = await both();
    const one = world.start().complete('check');
    const graph = target.graphs.get('p');
    if (!graph) throw new Error('not deployed');
    const before = dumpState(one.state);
    expect(checkMigration(one.graph, graph, one.state, new Map())).toEqual([
      expect.stringContaining("'sign'"),
    ]);
    expect(
      migrateInstance(one.graph, graph, one.state, { definitionKey: '2', mapping: new Map() }, world.env())
        .accepted,
    ).toBe(false);
    expect(dumpState(one.state)).toBe(before);
    const mapping = new Map([['sign', 'countersign']]);
    expect(
      migrateInstance(one.graph, graph, one.state, { definitionKey: '2', mapping }, world.env()).accepted,
    ).toBe(true);
    expect([...one.state.waits.values()].map(({ elementId }) => elementId)).toEqual(['countersign']);
  });

  it('refuses an element of another kind', async () => {
    const { world } = await both();
    const other = await World.of(process('p').start().serviceTask('check').end().xml());
    const one = world.start();
    const graph = other.graphs.get('p');
    if (!graph) throw new Error('not deployed');
    expect(checkMigration(one.graph, graph, one.state, new Map())).toEqual([
      expect.stringContaining('service-task'),
    ]);
  });
});
