import { Buffer } from 'node:buffer';

/** A record as a row: `processId` is the column `process_id`, bytes are what the driver takes for bytes. */
export function toColumns(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Uint8Array ? Buffer.from(value) : (value as unknown),
    ]),
  );
}

/** A row as the record it was, with whatever else its table has. */
export function fromColumns<T>(row: object): T {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  ) as T;
}
