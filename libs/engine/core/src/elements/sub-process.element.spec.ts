import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';

const DAY = 86_400_000;

describe('an embedded sub-process', () => {
  const nested = process('p')
    .start()
    .subProcess(
      'sub',
      (inside) => inside.start().parallel('fork').userTask('a').end('ea').at('fork').userTask('b').end('eb'),
      {
        inputs: { secret: '=1' },
        outputs: { told: '=secret + 1' },
      },
    )
    .end('done')
    .boundary('late', 'sub', { timer: { duration: 'P1D' } })
    .end('gone')
    .xml();

  it('completes when nothing is left inside, with its mappings (SUB-1, SUB-3, DAT-2, DAT-3)', async () => {
    const one = (await World.of(nested)).start();
    one.complete('a');
    expect(one.open()).toEqual(['sub', 'b']);
    one.complete('b');
    expect(one.status).toBe('completed');
    expect(one.last('told')).toBe(2);
    expect(one.last('secret')).toBeUndefined();
  });

  it('interrupted it terminates all it holds, from the inside outwards (SUB-5, ACT-7)', async () => {
    const world = await World.of(nested);
    const one = world.start();
    world.pass(DAY);
    expect(one.ended('terminated')).toEqual(['a', 'b', 'sub']);
    expect(one.ended().at(-1)).toBe('gone');
    expect(one.status).toBe('completed');
  });

  it('that is empty completes at once (SUB-4)', async () => {
    const one = (
      await World.of(
        process('p')
          .start()
          .subProcess('sub', () => undefined)
          .end()
          .xml(),
      )
    ).start();
    expect(one.status).toBe('completed');
  });

  it('without start event starts what has no incoming flow (SUB-2, INS-2)', async () => {
    const one = (
      await World.of(
        process('p')
          .userTask('x')
          .subProcess('sub', (inside) => inside.task('y').task('z'))
          .xml(),
      )
    ).start();
    one.complete('x');
    expect(one.ended()).toEqual(['x', 'y', 'z', 'sub']);
    expect(one.status).toBe('completed');
  });
});

describe('an event sub-process', () => {
  const reminder = process('p')
    .start()
    .userTask('work')
    .end()
    .eventSubProcess('reminder', (inside) =>
      inside
        .start('due', { timer: { date: '=promemoria' }, interrupting: false })
        .userTask('remind')
        .end(),
    )
    .xml();

  it('not interrupting runs beside, and its scope waits for it (ESP-1, ESP-5, ESP-7)', async () => {
    const world = await World.of(reminder);
    const one = world.start({ promemoria: '2027-01-16T08:00:00Z' });
    world.pass(DAY);
    expect(one.open()).toEqual(['work', 'reminder', 'remind']);
    one.complete('work');
    expect(one.status).toBe('active');
    one.complete('remind');
    expect(one.status).toBe('completed');
  });

  it('armed by what a start listener sets, answered within the turn or by a job', async () => {
    const listening = reminder.replace(
      '<bpmn:startEvent id="start"',
      '<bpmn:extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="start" type="iter:terms"/></zeebe:executionListeners></bpmn:extensionElements><bpmn:startEvent id="start"',
    );
    const promemoria = '"2027-01-16T08:00:00Z"' as never;
    const answered = await World.of(listening, {
      answer: ({ type }) => (type === 'iter:terms' ? { ok: true, value: { promemoria } } : undefined),
    });
    expect(answered.start().waits('timer')).toHaveLength(1);
    const one = (await World.of(listening)).start();
    expect(one.open()).toEqual([]);
    one.complete('p', { promemoria: '2027-01-16T08:00:00Z' });
    expect(one.waits('timer')).toHaveLength(1);
    expect(one.open()).toEqual(['work']);
  });

  it('interrupting ends the content, once; the scope then completes normally (ESP-3, ESP-4, ESP-6)', async () => {
    const world = await World.of(
      process('p')
        .start()
        .subProcess('sub', (inside) =>
          inside
            .start()
            .userTask('a')
            .end()
            .eventSubProcess('stop', (stop) =>
              stop
                .start('s', { message: { name: 'stop', correlationKey: '=id' } })
                .userTask('tidy')
                .end(),
            )
            .eventSubProcess('note', (note) =>
              note
                .start('n', { message: { name: 'note', correlationKey: '=id' }, interrupting: false })
                .userTask('read')
                .end(),
            ),
        )
        .end('after')
        .xml(),
    );
    const one = world.start({ id: 1 });
    world.message('note', 1).message('stop', 1, { why: 'x' }, 0);
    expect(one.ended('terminated')).toEqual(['a', 'read', 'note']);
    expect(one.open()).toEqual(['sub', 'stop', 'tidy']);
    expect(one.waits('message')).toEqual([]);
    expect(one.variables(one.key('stop'))).toEqual({ why: 'x' });
    one.complete('tidy');
    expect(one.ended().at(-1)).toBe('after');
    expect(one.status).toBe('completed');
  });
});
