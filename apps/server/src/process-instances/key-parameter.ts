/** A key as a bigint parameter; undefined where no key can look so, which then is not found. */
export function keyParameter(key: string): string | undefined {
  if (!/^\d{1,19}$/.test(key)) return undefined;
  const value = BigInt(key);
  return value < 2n ** 63n ? value.toString() : undefined;
}
