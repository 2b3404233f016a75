import { LOCAL_NUMBERS, type InstanceState, type Key } from '@iter/engine-core';
import type { KeyPair } from './rows.ts';

/** The system-wide key of a key of this instance: its n-th range belongs to the instance's n-th number. */
export function globalKey(state: Pick<InstanceState, 'numbers'>, key: Key): KeyPair {
  const instance = state.numbers[Math.floor(key / LOCAL_NUMBERS)];
  if (instance === undefined) throw new Error(`Expected a number for key ${key}, but the instance drew none`);
  return { instance, local: key % LOCAL_NUMBERS };
}

/** The instance's own key of a system-wide one; undefined where the number is not this instance's. */
export function localKey(state: Pick<InstanceState, 'numbers'>, key: KeyPair): Key | undefined {
  const range = state.numbers.indexOf(key.instance);
  return range < 0 ? undefined : range * LOCAL_NUMBERS + key.local;
}
