import type { Caller, KeyText, Variables } from './engine-commands.ts';

/** A command to one instance as a whole. */
export interface SteerInstance extends Caller {
  readonly processInstanceKey: KeyText;
}

/** Which element instances: one by its key, or all of an element. */
export type ElementChoice = { readonly elementInstanceKey: KeyText } | { readonly elementId: string };

/** Without `scopeId` of the process; otherwise of the element that is activated, or of a scope that is active. */
export interface ScopedVariables {
  readonly scopeId?: string;
  readonly variables: Variables;
}

/** Where among several active scopes an element goes: a named one, or found from the element that is moved. */
export type AncestorChoice =
  | { readonly is: 'direct'; readonly elementInstanceKey: KeyText }
  | { readonly is: 'inferred' }
  | { readonly is: 'source-parent' };

export interface ActivateElement {
  readonly elementId: string;
  /** Needed only where several instances of its scope are active. */
  readonly ancestorElementInstanceKey?: KeyText;
  readonly variables: readonly ScopedVariables[];
}
/** Terminates each source and activates one target for it. */
export interface MoveElement {
  readonly source: ElementChoice;
  readonly targetElementId: string;
  readonly ancestor?: AncestorChoice;
  readonly variables: readonly ScopedVariables[];
}
export interface ModifyInstance extends SteerInstance {
  readonly activate: readonly ActivateElement[];
  readonly move: readonly MoveElement[];
  readonly terminate: readonly ElementChoice[];
}

export interface MigrateInstance extends SteerInstance {
  readonly targetProcessDefinitionKey: KeyText;
  /** Elements that are not named keep their id. */
  readonly mapping: readonly ElementMapping[];
}
export interface ElementMapping {
  readonly sourceElementId: string;
  readonly targetElementId: string;
}
