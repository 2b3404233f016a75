/**
 * Keys: instance number × 2²¹ + local number, below 2⁶³. Inside the engine a key is two integers,
 * outside it is one decimal string; this file is the only codec between the two.
 *
 * The process instance itself (and its root element instance) has the local number 0, so
 * `encodeKey({ instance, local: 0 })` is what the outside calls the process instance key.
 */
export interface GlobalKey {
  /** Drawn from the one generator of the system; 1 … 2⁴²−1. */
  readonly instance: number;
  /** Counted within the instance; 0 … 2²¹−1. */
  readonly local: number;
}

const LOCAL_BITS = 21n;
/** How many local numbers an instance number has. */
export const LOCAL_NUMBERS = 2 ** 21;
const INSTANCE_NUMBERS = 2 ** 42;

/**
 * The decimal string of a key.
 * @throws RangeError when a part lies outside its range: a bug of the caller, never bad input.
 */
export function encodeKey(key: GlobalKey): string {
  if (!Number.isInteger(key.instance) || key.instance < 0 || key.instance >= INSTANCE_NUMBERS)
    throw new RangeError(`Expected an instance number below 2^42, but got ${key.instance}`);
  if (!Number.isInteger(key.local) || key.local < 0 || key.local >= LOCAL_NUMBERS)
    throw new RangeError(`Expected a local number below 2^21, but got ${key.local}`);
  return ((BigInt(key.instance) << LOCAL_BITS) | BigInt(key.local)).toString();
}

/** The two integers of a key; `undefined` for text that is no key (not digits, 2⁶³ or more). */
export function decodeKey(text: string): GlobalKey | undefined {
  if (!/^(0|[1-9]\d{0,18})$/.test(text)) return undefined;
  const key = BigInt(text);
  if (key >> 63n) return undefined;
  return { instance: Number(key >> LOCAL_BITS), local: Number(key & BigInt(LOCAL_NUMBERS - 1)) };
}
