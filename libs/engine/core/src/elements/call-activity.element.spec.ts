import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';

const parent = (options: object = {}) =>
  process('parent')
    .start()
    .callActivity('call', { processId: 'child', ...options })
    .userTask('after')
    .end()
    .boundary('caught', 'call', { error: 'E' })
    .userTask('mend')
    .end()
    .boundary('late', 'call', { timer: { duration: 'PT1H' } })
    .userTask('tooLate')
    .end()
    .xml();
const child = process('child')
  .start()
  .userTask('inner')
  .exclusive('x')
  .when('=bad')
  .end('err', { error: 'E' })
  .at('x')
  .when('=worse')
  .end('err2', { error: 'F' })
  .at('x')
  .otherwise()
  .end('ok')
  .xml();

describe('a call activity', () => {
  it('gives all variables and takes all back, unless told otherwise (CALL-1, CALL-3, CALL-4)', async () => {
    const world = await World.of([parent(), child]);
    const one = world.start({ a: 1 });
    const [, called] = world.cases;
    expect(called?.variables()).toEqual({ a: 1 });
    called?.complete('inner', { bad: false, worse: false });
    expect(one.open()).toEqual(['after']);
    expect(one.variables()).toEqual({ a: 1, bad: false, worse: false });
  });

  it('isolates data when told so', async () => {
    const world = await World.of([
      parent({
        propagateAllParentVariables: false,
        propagateAllChildVariables: false,
        inputs: { only: '=a' },
        outputs: { got: '=bad' },
      }),
      child,
    ]);
    const one = world.start({ a: 1 });
    expect(world.cases[1]?.variables()).toEqual({ only: 1 });
    world.cases[1]?.complete('inner', { bad: false, worse: false });
    expect(one.variables()).toEqual({ a: 1, got: false });
  });

  it('terminated, ends its child first (CALL-7)', async () => {
    const world = await World.of([parent(), child]);
    const one = world.start();
    world.pass(3_600_000);
    expect(world.cases[1]?.status).toBe('terminated');
    expect(one.open()).toEqual(['tooLate']);
  });

  it('catches what the child throws; the child is terminated (CALL-5)', async () => {
    const world = await World.of([parent(), child]);
    const one = world.start();
    world.cases[1]?.complete('inner', { bad: true });
    expect(one.open()).toEqual(['mend']);
    expect(world.cases[1]?.status).toBe('terminated');
  });

  it('whose child throws what nobody catches has the incident in the child (CALL-6)', async () => {
    const world = await World.of([parent(), child]);
    const one = world.start();
    world.cases[1]?.complete('inner', { bad: false, worse: true });
    expect(world.cases[1]?.incidents()).toEqual(['err2 UNHANDLED_ERROR']);
    expect(one.incidents()).toEqual([]);
  });

  it('to an unknown process is an incident, repeated when resolved (CALL-2)', async () => {
    const world = await World.of(parent());
    const one = world.start();
    expect(one.incidents()).toEqual(['call CALLED_ELEMENT_ERROR']);
    const later = await World.of([child]);
    world.graphs.set('child', later.graphs.get('child') as never);
    one.resolve();
    expect(world.cases[1]?.open()).toEqual(['inner']);
  });

  it('called instances are canceled with their caller only (CALL-8, END-7)', async () => {
    const world = await World.of([parent(), child]);
    const one = world.start();
    expect(world.cases[1]?.refused({ type: 'cancel-instance' })?.code).toBe('INVALID_STATE');
    one.do({ type: 'cancel-instance' });
    expect(world.cases.map(({ status }) => status)).toEqual(['terminated', 'terminated']);
  });

  it('nests to a limit (CALL-12)', async () => {
    const world = await World.of(process('p').start().callActivity('again', { processId: 'p' }).end().xml(), {
      maxCallDepth: 3,
    });
    world.start();
    expect(world.cases.map((one) => one.incidents())).toEqual([[], [], [], ['again CALLED_ELEMENT_ERROR']]);
  });
});
