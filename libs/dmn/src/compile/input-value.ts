import { isContext, isList, parseTemporal } from '@iter/feel';
import type { FeelType, FeelValue } from '@iter/feel';

/**
 * A value from outside as an input's type wants it. JSON has no dates: a text that spells one is one, where the
 * model says that a date, time or duration is meant.
 */
export function fromOutside(value: FeelValue, type: FeelType | null): FeelValue {
  if (type === null) return value;
  if (typeof value === 'string') {
    const temporal = TEMPORAL.has(type.kind) ? parseTemporal(value) : null;
    return temporal?.kind === type.kind ? temporal : value;
  }
  if (type.kind === 'list' && isList(value)) return value.map((item) => fromOutside(item, type.of));
  if (type.kind === 'context' && isContext(value)) {
    return new Map(
      [...value].map(([key, entry]) => [key, fromOutside(entry, type.entries.get(key) ?? null)]),
    );
  }
  return value;
}

const TEMPORAL: ReadonlySet<FeelType['kind']> = new Set([
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);
