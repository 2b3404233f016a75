import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { EngineWorld, json, value } from '../test/engine-world.ts';

let world: EngineWorld;
beforeAll(async () => {
  world = await EngineWorld.start();
  await world.pin('2026-12-31T23:30:00Z');
});
afterAll(() => world.stop());

/** Business id as it is stored, and the variable that the diagram reads. */
async function numberOf(key: string): Promise<{ stored: string | null; variable: unknown }> {
  const [row] = await world.query<{ business_id: string | null }>(
    `SELECT "business_id" FROM "instance" WHERE "instance" = $1::bigint >> 21`,
    [key],
  );
  const { pratica } = await world.variables(key);
  return { stored: row?.business_id ?? null, variable: pratica && (JSON.parse(pratica) as unknown) };
}

describe('the number of a case', () => {
  it('is counted where only an output mapping of the start names the office', async () => {
    const mapped = process('mapped').start('s', { outputs: { ufficio: '="economato"' } });
    await world.deploy('mapped', mapped.userTask('a').end().xml());
    const first = await world.start('mapped');
    const second = await world.start('mapped', { other: json(1) });
    // 31 December at 23:30 in Greenwich is the new year in Rome.
    expect([first.businessId, second.businessId]).toEqual(['ECONOMATO/2027/1', 'ECONOMATO/2027/2']);
    expect(await numberOf(first.processInstanceKey)).toEqual({
      stored: 'ECONOMATO/2027/1',
      variable: 'ECONOMATO/2027/1',
    });
  });

  it('is given to cases that a timer starts', async () => {
    const yearly = process('yearly').start('s', {
      timer: { date: '2026-12-31T00:00:00Z' },
      outputs: { ufficio: '="anticorruzione"', anno: '=2027' },
    });
    const running = world.running('yearly', 1);
    await world.deploy('yearly', yearly.userTask('a').end().xml());
    await running;
    const [key = ''] = await world.instancesOf('yearly');
    expect(await numberOf(key)).toEqual({
      stored: 'ANTICORRUZIONE/2027/1',
      variable: 'ANTICORRUZIONE/2027/1',
    });
  });

  it('is given to cases that a message starts, with mappings and without', async () => {
    const request = (id: string, outputs?: Record<string, string>) =>
      process(id)
        .start('s', { message: { name: `${id}-message` }, ...(outputs && { outputs }) })
        .userTask('a')
        .end()
        .xml();
    await world.deploy('plain', request('plain'));
    await world.deploy('mapping', request('mapping', { ufficio: '=office', subject: '=text' }));
    value(await world.publish('plain-message', '', { variables: { ufficio: json('suap') } }));
    value(
      await world.publish('mapping-message', '', {
        variables: { office: json('suap'), text: json('x'), ufficio: json('lost') },
      }),
    );
    await Promise.all([world.running('plain', 1), world.running('mapping', 1)]);
    const keys = [...(await world.instancesOf('plain')), ...(await world.instancesOf('mapping'))];
    const numbers = await Promise.all(keys.map(numberOf));
    expect(new Set(numbers.map(({ stored }) => stored))).toEqual(new Set(['SUAP/2027/1', 'SUAP/2027/2']));
    expect(numbers.every(({ stored, variable }) => stored === variable)).toBe(true);
  });

  it('is the caller’s for a called case, which counts none', async () => {
    const called = process('called').start('s', { outputs: { ufficio: '="other"' } });
    await world.deploy('called', called.userTask('a').end().xml());
    const caller = process('calling').start('s', { outputs: { ufficio: '="legale"' } });
    await world.deploy('calling', caller.callActivity('call', { processId: 'called' }).end().xml());
    const root = await world.start('calling');
    await world.running('called', 1);
    const [child = ''] = await world.instancesOf('called');
    expect(root.businessId).toBe('LEGALE/2027/1');
    expect(await numberOf(child)).toMatchObject({ stored: 'LEGALE/2027/1' });
    expect(await world.query(`SELECT "last" FROM "case_counter" WHERE "office" = 'OTHER'`)).toEqual([]);
  });

  it('leaves no gap where a start is refused', async () => {
    const office = process('refusing').start('s', { outputs: { ufficio: '="gare"' } });
    await world.deploy('refusing', office.userTask('a').end().xml());
    const refused = await world.engine.createInstance({
      tenantId: '<default>',
      actor: { userId: 'anna' },
      definition: { processDefinitionId: 'refusing' },
      variables: {},
      startBefore: ['nowhere'],
    });
    expect(refused).toMatchObject({ rejection: { code: 'INVALID_ARGUMENT' } });
    expect((await world.start('refusing')).businessId).toBe('GARE/2027/1');
  });
});
