import type { Run } from '../run.ts';
import { canonicalName } from '../syntax/names.ts';
import type { FeelType } from '../types/type.ts';
import type { FeelValue } from '../values/value.ts';

/** The values of one static scope at run time. */
export class Scope {
  constructor(
    readonly run: Run,
    readonly parent: Scope | null,
    readonly values: FeelValue[],
  ) {}
}

/** A piece of compiled syntax. */
export type Evaluate = (scope: Scope) => FeelValue;

/**
 * What is known of a scope while compiling. A filter's scope is open: the entries of the item that is looked at
 * are names too, and which there are is known when it runs only (DMN 1.5 §10.3.2.5).
 */
export class StaticScope {
  private readonly slots = new Map<string, number>();
  private readonly declared: { readonly name: string; readonly type: FeelType | null }[] = [];

  constructor(
    readonly parent: StaticScope | null,
    readonly open: boolean = false,
  ) {}

  /** The number of the name's slot; a name declared twice keeps its slot. */
  declare(name: string, type: FeelType | null = null): number {
    const key = canonicalName(name);
    const found = this.slots.get(key);
    if (found !== undefined) return found;
    const slot = this.declared.length;
    this.slots.set(key, slot);
    this.declared.push({ name, type });
    return slot;
  }

  slotOf(name: string): number | undefined {
    return this.slots.get(canonicalName(name));
  }

  /** All names in scope with their types, those of inner scopes hiding those of outer ones. */
  names(): Map<string, FeelType | null> {
    const names = this.parent?.names() ?? new Map<string, FeelType | null>();
    for (const { name, type } of this.declared) names.set(name, type);
    return names;
  }
}
