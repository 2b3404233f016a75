import { describe, expect, it } from '@jest/globals';
import { process } from '@iter/testing';
import { World } from '../../test/world.ts';

describe('error end events', () => {
  const failing = process('p')
    .start()
    .subProcess('sub', (inside) =>
      inside.start().parallel('f').userTask('other').end().at('f').userTask('a').end('err', { error: 'E1' }),
    )
    .end('fine')
    .boundary('any', 'sub', { error: '' })
    .end('handledAny')
    .boundary('exact', 'sub', { error: 'E1' })
    .end('handled')
    .xml();

  it('meet the exact code before the catch-all, and end what they leave (ERR-2, ERR-3, ERR-5)', async () => {
    const one = (await World.of(failing)).start();
    one.complete('a');
    expect(one.ended('terminated')).toEqual(['other', 'err', 'sub']);
    expect(one.ended().at(-1)).toBe('handled');
  });

  it('that nobody catches are incidents; other branches go on (END-6, ERR-7)', async () => {
    const world = await World.of(
      process('p').start().parallel('f').end('err', { error: 'E9' }).at('f').userTask('other').end().xml(),
    );
    const one = world.start();
    expect(one.incidents()).toEqual(['err UNHANDLED_ERROR']);
    one.complete('other');
    expect(one.status).toBe('active');
    one.do({ type: 'cancel-instance' });
    expect(one.status).toBe('terminated');
  });
});

describe('a job that throws an error', () => {
  it('is caught at its own boundary, with its variables (TSK-4, ERR-1, ERR-6)', async () => {
    const world = await World.of(
      process('p')
        .start()
        .serviceTask('job', { type: 'work' })
        .end('fine')
        .boundary('b', 'job', { error: 'NO', outputs: { code: '=errorCode', why: '=reason' } })
        .end('caught')
        .xml(),
    );
    const one = world.start().error('job', 'NO', { reason: 'full' });
    expect(one.ended().at(-1)).toBe('caught');
    expect([one.last('code'), one.last('why')]).toEqual(['NO', 'full']);
  });

  it('without catcher makes a new job when its incident is resolved', async () => {
    const one = (await World.of(process('p').start().serviceTask('job').end().xml())).start();
    one.error('job', 'NO');
    expect(one.incidents()).toEqual(['job UNHANDLED_ERROR']);
    one.resolve().complete('job');
    expect(one.status).toBe('completed');
  });
});

describe('terminate end events', () => {
  it('end all else in their own scope only (TRM-1, TRM-5)', async () => {
    const world = await World.of(
      process('p')
        .start()
        .parallel('f')
        .subProcess('sub', (inside) =>
          inside
            .start()
            .parallel('g')
            .userTask('a')
            .end('kill', { terminate: true })
            .at('g')
            .userTask('b')
            .end(),
        )
        .userTask('next')
        .end()
        .at('f')
        .userTask('beside')
        .end('all', { terminate: true })
        .xml(),
    );
    const one = world.start().complete('a');
    expect(one.ended('terminated')).toEqual(['b']);
    expect(one.open()).toEqual(['beside', 'next']);
    one.complete('beside');
    expect(one.status).toBe('completed');
  });

  it('drop flows that wait at a join', async () => {
    const world = await World.of(
      process('p')
        .start()
        .parallel('f')
        .parallel('j')
        .end()
        .at('f')
        .userTask('a')
        .exclusive('x')
        .when('=stop')
        .end('kill', { terminate: true })
        .at('x')
        .otherwise()
        .to('j')
        .xml(),
    );
    expect(world.start().complete('a', { stop: true }).status).toBe('completed');
    expect(world.start().complete('a', { stop: false }).status).toBe('completed');
  });
});

describe('message throw events', () => {
  it('publish to this engine, with what their inputs made (MSG-10, MSG-12)', async () => {
    const world = await World.of([
      process('sender')
        .start()
        .throwEvent('send', { message: { name: 'm', correlationKey: '=id' }, inputs: { text: '="hi"' } })
        .end()
        .xml(),
      process('receiver')
        .start()
        .catchEvent('c', { message: { name: 'm', correlationKey: '=id' } })
        .userTask('t')
        .end()
        .xml(),
    ]);
    const receiver = world.start({ id: 3 }, { processId: 'receiver' });
    expect(world.start({ id: 3 }, { processId: 'sender' }).status).toBe('completed');
    expect(receiver.variables()).toEqual({ id: 3, text: 'hi' });
  });

  it('with a type are jobs (MSG-11)', async () => {
    const one = (
      await World.of(process('p').start().throwEvent('send', { message: 'm', type: 'mail' }).end().xml())
    ).start();
    expect(one.wait('job', 'send').jobType).toBe('mail');
    expect(one.complete('send').status).toBe('completed');
  });
});
