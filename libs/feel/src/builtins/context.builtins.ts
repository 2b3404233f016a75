import type { Run } from '../run.ts';
import { ANY, ANY_CONTEXT } from '../types/type.ts';
import { isContext } from '../values/value.ts';
import type { FeelContext, FeelList, FeelValue } from '../values/value.ts';
import { any, builtin, context, list, optional, nullable, overload, text } from './define.ts';
import type { Builtin } from './define.ts';

function keysOf(list: FeelList): readonly string[] | null {
  return list.every((key) => typeof key === 'string') ? (list as readonly string[]) : null;
}

/** The context with the value at the end of a path of keys; null where the path runs through what is no context. */
function put(run: Run, target: FeelContext, keys: readonly string[], value: FeelValue): FeelContext | null {
  const [key, ...rest] = keys;
  if (key === undefined) return run.warn('INVALID_ARGUMENT', 'Expected at least one key.');
  run.cell(target.size + 1);
  const inner = target.get(key) ?? new Map<string, FeelValue>();
  if (rest.length > 0 && !isContext(inner)) {
    return run.warn('INVALID_ARGUMENT', `Expected a context at \`${key}\`.`);
  }
  const entry = rest.length === 0 ? value : put(run, inner as FeelContext, rest, value);
  return rest.length > 0 && entry === null ? null : new Map([...target, [key, entry]]);
}

/** Later contexts win; an entry keeps the place of its first appearance. */
function merge(run: Run, contexts: FeelList): FeelValue {
  const merged = new Map<string, FeelValue>();
  for (const each of contexts) {
    if (!isContext(each)) return run.warn('INVALID_ARGUMENT', 'Expected a list of contexts.');
    run.cell(each.size);
    run.step(each.size);
    for (const [key, value] of each) merged.set(key, value);
  }
  return merged;
}

/** From contexts with `key` and `value`; the standard wants each key once (DMN 1.5 table 82). */
function fromEntries(run: Run, entries: FeelList): FeelValue {
  const made = new Map<string, FeelValue>();
  run.cell(entries.length);
  for (const entry of entries) {
    const key = isContext(entry) ? entry.get('key') : undefined;
    const value = isContext(entry) ? entry.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined || made.has(key)) {
      return run.warn('INVALID_ARGUMENT', 'Expected contexts with `key` and `value`, each key once.');
    }
    made.set(key, value);
  }
  return made;
}

function getValue(run: Run, source: FeelContext, keys: readonly string[] | null): FeelValue {
  if (keys === null || keys.length === 0)
    return run.warn('INVALID_ARGUMENT', 'Expected keys that are strings.');
  let value: FeelValue = source;
  for (const key of keys) {
    const entry: FeelValue | undefined = isContext(value) ? value.get(key) : undefined;
    if (entry === undefined)
      return run.warn('PROPERTY_NOT_FOUND', `Expected an entry \`${key}\`, but there is none.`);
    value = entry;
  }
  return value;
}

export const CONTEXT_BUILTINS: readonly Builtin[] = [
  builtin(
    'get value',
    'standard and camunda',
    ANY,
    overload([context('m', 'context'), text('key')], (run, source, key) => getValue(run, source, [key])),
    overload([context('m', 'context'), list('keys')], (run, source, keys) =>
      getValue(run, source, keysOf(keys)),
    ),
  ),
  builtin(
    'get entries',
    'standard and camunda',
    { kind: 'list', of: ANY_CONTEXT },
    overload([context('m', 'context')], (run, source) => {
      run.cell(source.size * 3);
      return [...source].map(
        ([key, value]) =>
          new Map<string, FeelValue>([
            ['key', key],
            ['value', value],
          ]),
      );
    }),
  ),
  builtin(
    'context put',
    'standard and camunda',
    ANY_CONTEXT,
    overload([context('context'), text('key'), any('value')], (run, target, key, value) =>
      put(run, target, [key], value),
    ),
    overload([context('context'), list('keys'), any('value')], (run, target, keys, value) => {
      const path = keysOf(keys);
      return path === null
        ? run.warn('INVALID_ARGUMENT', 'Expected keys that are strings.')
        : put(run, target, path, value);
    }),
  ),
  builtin('context merge', 'standard and camunda', ANY_CONTEXT, overload([list('contexts')], merge)),
  builtin('context', 'standard and camunda', ANY_CONTEXT, overload([list('entries')], fromEntries)),
  builtin(
    'fromAi',
    'camunda',
    ANY,
    overload(
      [
        any('value'),
        optional(nullable(text('description'))),
        optional(nullable(text('type'))),
        optional(nullable(context('schema'))),
        optional(nullable(context('options'))),
      ],
      (_, value) => value,
    ),
  ),
];
