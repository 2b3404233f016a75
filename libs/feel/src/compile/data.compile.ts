import { parseTemporal } from '../values/temporal-text.ts';
import { isContext, isList, kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { coerce, isInstance, shapeOnly } from '../types/conform.ts';
import { typeToString } from '../types/type.ts';
import type { FeelType } from '../types/type.ts';
import { canonicalName } from '../syntax/names.ts';
import type { Run } from '../run.ts';
import { propertyOf } from '../values/properties.ts';
import { isFeelNumber, isIntegral, toPlainNumber } from '../values/number.ts';
import { entryOf } from './names.compile.ts';
import { Scope, StaticScope } from './scope.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';
import { weightOf } from './weight.ts';

export function compileLiteral(syntax: Of<'null' | 'boolean' | 'number' | 'string'>): Evaluate {
  const value = syntax.kind === 'null' ? null : syntax.value;
  return () => value;
}

/** `@"…"`: the temporal value the text spells (DMN 1.5 §10.3.2.8). */
export function compileAt(syntax: Of<'at'>): Evaluate {
  const value = parseTemporal(syntax.text);
  if (value !== null) return () => value;
  return (scope) =>
    scope.run.warn('INVALID_ARGUMENT', `Expected a date, time or duration, but got "${syntax.text}".`);
}

export function compileList(syntax: Of<'list'>, site: Site): Evaluate {
  const items = syntax.items.map((item) => site.compile(item));
  return (scope) => {
    scope.run.cell(items.length + 1);
    return items.map((item) => item(scope));
  };
}

/** Entries see those before them (DMN 1.5 §10.3.2.6). */
export function compileContext(syntax: Of<'context'>, site: Site): Evaluate {
  const inner = new StaticScope(site.scope);
  const entries = syntax.entries.map(({ key, value, type = null }) => {
    const evaluate = site.compile(value, inner);
    return { key, type, evaluate, slot: inner.declare(key, type) };
  });
  if (new Set(syntax.entries.map((entry) => entry.key)).size < syntax.entries.length) {
    return (scope) => scope.run.warn('INVALID_ARGUMENT', 'Expected a context in which no key comes twice.');
  }
  const result = syntax.result === undefined ? null : site.compile(syntax.result, inner);
  return (scope) => {
    scope.run.cell(2 * entries.length + 1);
    const within = new Scope(scope.run, scope, []);
    const context = new Map<string, FeelValue>();
    for (const { key, type, evaluate, slot } of entries) {
      const value = typed(evaluate(within), type, scope.run);
      within.values[slot] = value;
      context.set(key, value);
    }
    return result === null ? context : result(within);
  };
}

/** The value as its declared type wants it; null and a note where it is of another. */
export function typed(value: FeelValue, type: FeelType | null, run: Run): FeelValue {
  if (type === null || value === null) return value;
  const fitting = coerce(value, type, run);
  if (fitting !== undefined) return fitting;
  return run.warn('INVALID_TYPE', `Expected ${typeToString(type)}, but got ${kindOf(value)}.`);
}

/** A path: an entry, a property, or for a list the list of those (DMN 1.5 table 61). */
export function compilePath(syntax: Of<'path'>, site: Site): Evaluate {
  const source = site.compile(syntax.source);
  const { name } = syntax;
  const canonical = canonicalName(name);
  return (scope) => select(source(scope), name, canonical, scope.run);
}

function select(value: FeelValue, name: string, canonical: string, run: Run): FeelValue {
  if (isContext(value)) {
    const entry = entryOf(value, name, canonical);
    return (
      entry ??
      (entry === null
        ? null
        : run.warn('PROPERTY_NOT_FOUND', `Expected an entry \`${name}\`, but there is none.`))
    );
  }
  if (isList(value)) {
    run.step(value.length);
    run.cell(value.length);
    return value.map((item) => select(item, name, canonical, run));
  }
  const property = value === null ? undefined : propertyOf(value, canonical);
  if (property !== undefined) return property;
  return run.warn('PROPERTY_NOT_FOUND', `Expected a value with \`${name}\`, but got ${kindOf(value)}.`);
}

/** A number selects by position, a condition by its truth for each item (DMN 1.5 table 60). */
export function compileFilter(syntax: Of<'filter'>, site: Site): Evaluate {
  const source = site.compile(syntax.source);
  const inner = new StaticScope(site.scope, true);
  inner.declare('item');
  const condition = site.compile(syntax.condition, inner);
  const selector = {
    condition,
    weight: 1 + weightOf(syntax.condition),
    strict: syntax.boxed === true,
  };
  const constant = syntax.condition.kind === 'number';
  return (scope) => {
    const value = source(scope);
    const list = isList(value) ? value : value === null ? [] : [value];
    if (constant) return at(list, condition(scope), scope.run);
    return filterList(list, selector, scope);
  };
}

interface Selector {
  readonly condition: Evaluate;
  readonly weight: number;
  /** A condition that is no boolean makes the whole null. */
  readonly strict: boolean;
}

function filterList(list: readonly FeelValue[], selector: Selector, scope: Scope): FeelValue {
  const { condition, weight, strict } = selector;
  const { run } = scope;
  if (list.length === 0) return emptyFilter(condition, scope);
  const kept: FeelValue[] = [];
  for (let index = 0; index < list.length; index += 1) {
    run.step(weight);
    const item = list[index] as FeelValue;
    const result = condition(new Scope(run, scope, [item]));
    if (result === true) kept.push(item);
    else if (index === 0 && isFeelNumber(result)) return at(list, result, run);
    else if (strict && result !== null && result !== false)
      return run.warn('INVALID_TYPE', 'Expected a condition that is true or false for each item.');
  }
  run.cell(kept.length + 1);
  return kept;
}

/** Whether a position or a condition was meant cannot be told from an item; the condition is tried without one. */
function emptyFilter(condition: Evaluate, scope: Scope): FeelValue {
  const result = condition(new Scope(scope.run, scope, [null]));
  return isFeelNumber(result) ? null : [];
}

function at(list: readonly FeelValue[], index: FeelValue, run: Run): FeelValue {
  if (!isFeelNumber(index) || !isIntegral(index))
    return run.warn('INVALID_ARGUMENT', 'Expected a whole number as position.');
  const position = toPlainNumber(index);
  const item = position < 0 ? list[list.length + position] : list[position - 1];
  return (
    item ??
    (item === null ? null : run.warn('NO_RESULT', `Expected an item at ${position}, but there is none.`))
  );
}

export function compileInstanceOf(syntax: Of<'instance of'>, site: Site): Evaluate {
  const value = site.compile(syntax.value);
  const type = shapeOnly(syntax.type);
  return (scope) => isInstance(value(scope), type, scope.run);
}
