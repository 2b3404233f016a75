import { canonicalName } from '../syntax/names.ts';
import type { FeelFunction } from '../values/function.ts';
import { isContext } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import type { Evaluate, Scope } from './scope.ts';
import type { Of, Site } from './site.ts';

/** Resolves a name: static scopes from the inside out, then the variables from outside, then the built-ins. */
export function compileName(syntax: Of<'name'>, site: Site): Evaluate {
  return compileReference(syntax.name, site);
}

export function compileInput(_: Of<'input'>, site: Site): Evaluate {
  return compileReference('?', site);
}

function compileReference(name: string, site: Site): Evaluate {
  const openDepths: number[] = [];
  let depth = 0;
  for (let scope: typeof site.scope | null = site.scope; scope !== null; scope = scope.parent) {
    if (scope.open) openDepths.push(depth);
    const slot = scope.slotOf(name);
    if (slot !== undefined) return throughOpen(name, openDepths, local(depth, slot));
    depth += 1;
  }
  return throughOpen(name, openDepths, outer(name, site));
}

function local(depth: number, slot: number): Evaluate {
  if (depth === 0) return (scope) => scope.values[slot] as FeelValue;
  if (depth === 1) return (scope) => (scope.parent as Scope).values[slot] as FeelValue;
  return (scope) => ancestor(scope, depth).values[slot] as FeelValue;
}

function ancestor(scope: Scope, depth: number): Scope {
  let found = scope;
  for (let left = depth; left > 0; left -= 1) found = found.parent as Scope;
  return found;
}

function outer(name: string, site: Site): Evaluate {
  const declared = site.free(name);
  const builtin = site.builtin(canonicalName(name));
  return (scope) => {
    const value = scope.run.variables.get(declared);
    if (value !== undefined) return value;
    if (builtin !== null) return builtin;
    return scope.run.warn('VARIABLE_NOT_FOUND', `Expected a variable \`${declared}\`, but there is none.`);
  };
}

/** The entries of the items of the filters around come before what the name means outside of them. */
function throughOpen(name: string, depths: readonly number[], otherwise: Evaluate): Evaluate {
  if (depths.length === 0) return otherwise;
  const canonical = canonicalName(name);
  return (scope) => {
    for (const depth of depths) {
      const item = ancestor(scope, depth).values[0] as FeelValue;
      const value = isContext(item) ? entryOf(item, name, canonical) : undefined;
      if (value !== undefined) return value;
    }
    return otherwise(scope);
  };
}

/** An entry of a context by name; names are compared without the white space around their symbols. */
export function entryOf(
  context: ReadonlyMap<string, FeelValue>,
  name: string,
  canonical: string,
): FeelValue | undefined {
  const exact = context.get(name);
  if (exact !== undefined || !/[^\p{L}\p{N}_]/u.test(canonical)) return exact;
  for (const [key, value] of context) if (canonicalName(key) === canonical) return value;
  return undefined;
}

/** A built-in that a call names directly and that no scope hides; null otherwise. */
export function builtinCallee(name: string, site: Site): FeelFunction | null {
  for (let scope: typeof site.scope | null = site.scope; scope !== null; scope = scope.parent) {
    if (scope.slotOf(name) !== undefined) return null;
  }
  return site.builtin(canonicalName(name));
}
