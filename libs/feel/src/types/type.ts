import type { Run } from '../run.ts';
import type { FeelKind, FeelValue } from '../values/value.ts';

export type SimpleTypeName = Exclude<FeelKind, 'range' | 'function' | 'list' | 'context' | 'null'>;

/** What narrows a type beyond its shape: an item definition's name and allowed values. */
export interface TypeNarrowing {
  /** The name it was declared under. */
  readonly name?: string;
  /** Whether a value of the shape is one of the type. */
  readonly allows?: (value: FeelValue, run: Run) => boolean;
}

/** A FEEL type (DMN 1.5 §10.3.2.9). */
export type FeelType = TypeNarrowing &
  (
    | { readonly kind: 'any' }
    | { readonly kind: 'null' }
    | { readonly kind: SimpleTypeName }
    | { readonly kind: 'list'; readonly of: FeelType }
    | { readonly kind: 'range'; readonly of: FeelType }
    | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, FeelType> }
    | { readonly kind: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType }
  );

export const ANY: FeelType = { kind: 'any' };
export const NULL: FeelType = { kind: 'null' };
export const BOOLEAN: FeelType = { kind: 'boolean' };
export const STRING: FeelType = { kind: 'string' };
export const NUMBER: FeelType = { kind: 'number' };
export const DATE: FeelType = { kind: 'date' };
export const TIME: FeelType = { kind: 'time' };
export const DATE_TIME: FeelType = { kind: 'date and time' };
export const DAYS_DURATION: FeelType = { kind: 'days and time duration' };
export const MONTHS_DURATION: FeelType = { kind: 'years and months duration' };
export const ANY_LIST: FeelType = { kind: 'list', of: ANY };
export const ANY_RANGE: FeelType = { kind: 'range', of: ANY };
export const ANY_CONTEXT: FeelType = { kind: 'context', entries: new Map() };

const BY_NAME: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', ANY],
  ['Null', NULL],
  ['boolean', BOOLEAN],
  ['string', STRING],
  ['number', NUMBER],
  ['date', DATE],
  ['time', TIME],
  ['date and time', DATE_TIME],
  ['dateTime', DATE_TIME],
  ['days and time duration', DAYS_DURATION],
  ['dayTimeDuration', DAYS_DURATION],
  ['years and months duration', MONTHS_DURATION],
  ['yearMonthDuration', MONTHS_DURATION],
  ['list', ANY_LIST],
  ['range', ANY_RANGE],
  ['context', ANY_CONTEXT],
]);

/** A built-in type by its FEEL name, or by the name that models of DMN 1.1 give it; null where there is none. */
export function typeByName(name: string): FeelType | null {
  return BY_NAME.get(name) ?? null;
}

/** The FEEL spelling of a type. */
export function typeToString(type: FeelType): string {
  if (type.name !== undefined) return type.name;
  switch (type.kind) {
    case 'any':
      return 'Any';
    case 'null':
      return 'Null';
    case 'list':
    case 'range':
      return `${type.kind}<${typeToString(type.of)}>`;
    case 'context':
      if (type.entries.size === 0) return 'context';
      return `context<${[...type.entries].map(([name, of]) => `${name}: ${typeToString(of)}`).join(', ')}>`;
    case 'function':
      return `function<${type.parameters.map(typeToString).join(', ')}> -> ${typeToString(type.result)}`;
    default:
      return type.kind;
  }
}
