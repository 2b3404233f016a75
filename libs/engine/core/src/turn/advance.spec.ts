import { process } from '@iter/testing';
import { describe, expect, it } from '@jest/globals';
import { World } from '../../test/world.ts';

describe('a turn that reaches its limit of steps', () => {
  const file = process('p')
    .start()
    .parallel('f')
    .task('a')
    .end()
    .at('f')
    .task('b')
    .end('stop', { terminate: true });

  it('leaves nothing to do when the instance has ended in it, wherever the limit lies (TURN-8, TURN-11)', async () => {
    for (let maxSteps = 1; maxSteps <= 40; maxSteps++) {
      const world = await World.of(file.xml(), { maxSteps });
      expect(world.start().status).toBe('completed');
    }
  });
});
