import { describe, expect, it } from '@jest/globals';
import { InstanceLanes } from './instance-lanes.ts';

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

describe('lanes', () => {
  it('run the commands of one instance one after the other, and instances side by side', async () => {
    const lanes = new InstanceLanes();
    const [first, other] = [deferred(), deferred()];
    const order: string[] = [];
    const note = (text: string, until?: Promise<void>) => async () => {
      order.push(text);
      await until;
    };
    const one = lanes.run(1, note('1a', first.promise));
    const two = lanes.run(1, note('1b'));
    const three = lanes.run(2, note('2a', other.promise));
    expect(order).toEqual(['1a', '2a']);
    expect(lanes.length).toBe(3);
    first.resolve();
    await Promise.all([one, two]);
    expect(order).toEqual(['1a', '2a', '1b']);
    other.resolve();
    await three;
    expect(lanes.length).toBe(0);
  });

  it('go on after a command that throws', async () => {
    const lanes = new InstanceLanes();
    const failed = lanes.run(1, () => Promise.reject(new Error('bug')));
    const next = lanes.run(1, () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('bug');
    await expect(next).resolves.toBe('done');
  });
});
