import { describe, expect, it } from '@jest/globals';
import { newState } from '@iter/engine-core';
import type { InstanceFacts } from '../ports/instance-store.ts';
import { StateCache, type LiveInstance } from './state-cache.ts';

function live(instance: number, bytes: number): LiveInstance {
  const facts = { instance } as InstanceFacts;
  const state = newState(instance, '1');
  return { facts, state, version: 1, waits: new Map(), haltedJobs: new Map(), bytes };
}

describe('the cache of states', () => {
  it('lets go of those that were used longest ago when it is full', () => {
    const cache = new StateCache(100);
    for (const instance of [1, 2, 3]) cache.put(live(instance, 30));
    const first = cache.take(1);
    if (first) cache.put(first);
    cache.put(live(4, 30));
    expect([1, 2, 3, 4].map((instance) => cache.take(instance) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('gives a state to one user at a time, and counts it anew when it comes back bigger', () => {
    const cache = new StateCache(100);
    cache.put(live(1, 60));
    cache.put(live(2, 30));
    const taken = cache.take(2);
    expect(cache.take(2)).toBeUndefined();
    if (taken) cache.put({ ...taken, bytes: 50 });
    expect(cache.take(1)).toBeUndefined();
    expect(cache.size).toBe(1);
  });
});
