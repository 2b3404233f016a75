import type { Run } from '../run.ts';
import { atMidnight } from '../values/date-time.ts';
import type { FeelFunction } from '../values/function.ts';
import type { FeelRange } from '../values/range.ts';
import { isContext, isList, kindOf } from '../values/value.ts';
import type { FeelContext, FeelList, FeelValue } from '../values/value.ts';
import { UTC } from '../values/zone.ts';
import type { FeelType } from './type.ts';

/** Whether a value is an instance of a type; null is one of `Null` only (DMN 1.5 §10.3.2.9.3). */
export function isInstance(value: FeelValue, type: FeelType, run: Run): boolean {
  if (value === null) return type.kind === 'null';
  return hasShape(value, type, run) && (type.allows === undefined || type.allows(value, run));
}

function hasShape(value: NonNullable<FeelValue>, type: FeelType, run: Run): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'list':
      return isList(value) && listConforms(value, type.of, run);
    case 'context':
      return isContext(value) && contextConforms(value, type.entries, run);
    case 'range':
      return kindOf(value) === 'range' && rangeConforms(value as FeelRange, type.of, run);
    case 'function':
      return kindOf(value) === 'function' && functionConforms(value as FeelFunction, type);
    default:
      return kindOf(value) === type.kind;
  }
}

/** The type without what narrows it: `instance of` asks for the shape only. */
export function shapeOnly(type: FeelType): FeelType {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const made = makeShape(type);
  shapes.set(type, made);
  return made;
}

/** Types share their parts; each is stripped once. */
const shapes = new WeakMap<FeelType, FeelType>();

function makeShape(type: FeelType): FeelType {
  switch (type.kind) {
    case 'list':
    case 'range':
      return { kind: type.kind, of: shapeOnly(type.of) };
    case 'context':
      return {
        kind: 'context',
        entries: new Map([...type.entries].map(([name, of]) => [name, shapeOnly(of)])),
      };
    case 'function':
      return { kind: 'function', parameters: type.parameters.map(shapeOnly), result: shapeOnly(type.result) };
    default:
      return { kind: type.kind };
  }
}

/** Whether a value may stand where a type is expected: as `isInstance`, and null may stand anywhere. */
export function conforms(value: FeelValue, type: FeelType, run: Run): boolean {
  return value === null || isInstance(value, type, run);
}

function listConforms(list: FeelList, of: FeelType, run: Run): boolean {
  if (of.kind === 'any' && of.allows === undefined) return true;
  run.step(list.length);
  return list.every((item) => conforms(item, of, run));
}

function contextConforms(value: FeelContext, entries: ReadonlyMap<string, FeelType>, run: Run): boolean {
  run.step(entries.size);
  for (const [name, type] of entries) {
    const entry = value.get(name);
    if (entry === undefined || !conforms(entry, type, run)) return false;
  }
  return true;
}

function rangeConforms(range: FeelRange, of: FeelType, run: Run): boolean {
  if (of.kind === 'any') return true;
  return conforms(range.start ?? null, of, run) && conforms(range.end ?? null, of, run);
}

function functionConforms(value: FeelFunction, type: Extract<FeelType, { kind: 'function' }>): boolean {
  if (value.parameters.length !== type.parameters.length) return false;
  const fits = value.parameters.every((parameter, index) => {
    const expected = type.parameters[index];
    return parameter.type === null || (expected !== undefined && typeConforms(expected, parameter.type));
  });
  return fits && (value.result === null || typeConforms(value.result, type.result));
}

/** Whether every value of `type` is one of `target` (DMN 1.5 §10.3.2.9.2). */
export function typeConforms(type: FeelType, target: FeelType): boolean {
  const known = conformities.get(type)?.get(target);
  if (known !== undefined) return known;
  const conforming = decideConformity(type, target);
  const ofType = conformities.get(type) ?? new WeakMap<FeelType, boolean>();
  conformities.set(type, ofType.set(target, conforming));
  return conforming;
}

/** Types share their parts; each pair is compared once. */
const conformities = new WeakMap<FeelType, WeakMap<FeelType, boolean>>();

function decideConformity(type: FeelType, target: FeelType): boolean {
  if (target.kind === 'any' || type.kind === 'null') return true;
  if (type.kind === 'list' && target.kind === 'list') return typeConforms(type.of, target.of);
  if (type.kind === 'range' && target.kind === 'range') return typeConforms(type.of, target.of);
  if (type.kind === 'context' && target.kind === 'context') {
    return [...target.entries].every(([name, entry]) => {
      const own = type.entries.get(name);
      return own !== undefined && typeConforms(own, entry);
    });
  }
  if (type.kind === 'function' && target.kind === 'function') {
    return (
      type.parameters.length === target.parameters.length &&
      type.parameters.every((own, index) => typeConforms(target.parameters[index] as FeelType, own)) &&
      typeConforms(type.result, target.result)
    );
  }
  return type.kind === target.kind;
}

/**
 * The value as the type wants it, with the implicit conversions of DMN 1.5 §10.3.2.9.4: a list of one element to
 * the element, a value to a list of one, a date to its midnight at UTC. `undefined` where it does not conform.
 */
export function coerce(value: FeelValue, type: FeelType, run: Run): FeelValue | undefined {
  if (conforms(value, type, run)) return value;
  if (type.kind === 'list' && !isList(value)) return coerceWhole([value], type, run);
  if (type.kind !== 'list' && isList(value) && value.length === 1) {
    const only = value[0] as FeelValue;
    return conforms(only, type, run) ? only : undefined;
  }
  if (type.kind === 'date and time' && value !== null && typeof value === 'object' && 'kind' in value) {
    if (value.kind === 'date') return coerceWhole(atMidnight(value, UTC), type, run);
  }
  return undefined;
}

function coerceWhole(value: FeelValue, type: FeelType, run: Run): FeelValue | undefined {
  return conforms(value, type, run) ? value : undefined;
}
