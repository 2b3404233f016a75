import type { Binding, ElementId, Expression } from './process-graph.ts';

/*
 * What the compiler has read of an element beside what every node has, as plain data. Which kind has which is said by
 * the element's own type (`elements/*.element.ts`).
 */
export interface AdHocModel {
  readonly sequential: boolean;
  readonly cancelsRemaining: boolean;
  readonly completionCondition: Expression | undefined;
  readonly activeElements: Expression | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: Expression | undefined;
  readonly job: JobModel | undefined;
}
export interface MultiInstanceModel {
  readonly sequential: boolean;
  readonly collection: Expression | undefined;
  readonly cardinality: Expression | undefined;
  readonly inputElement: string | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: Expression | undefined;
  readonly completionCondition: Expression | undefined;
  readonly throws: readonly ImplicitThrow[];
}
/** An event a multi-instance throws when an instance completes: each time, the first time, or on a condition. */
export interface ImplicitThrow {
  readonly when: 'each' | 'first' | Expression;
  readonly what: 'signal' | 'escalation';
  /** Name or code; empty: the nameless default signal (MI-18). */
  readonly name: string;
}
export interface LoopModel {
  readonly testBefore: boolean;
  readonly maximum: number | undefined;
  readonly condition: Expression | undefined;
}
/** Work for somebody outside, or answered within the turn. */
export interface JobModel {
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
}
/** A message that the engine publishes itself (MSG-10). */
export interface PublicationModel {
  readonly name: Expression;
  readonly correlationKey: Expression | undefined;
  /** Milliseconds. */
  readonly timeToLive: number;
}
export interface UserTaskModel {
  readonly assignee: Expression | undefined;
  readonly candidateGroups: Expression | undefined;
  readonly candidateUsers: Expression | undefined;
  readonly dueDate: Expression | undefined;
  readonly followUpDate: Expression | undefined;
  readonly priority: Expression;
  readonly form: FormModel | undefined;
  readonly headers: Readonly<Record<string, string>>;
}
/** A deployed form, the reference of a foreign user interface, or a legacy key. */
export type FormModel =
  | { readonly formId: Expression; readonly binding: Binding }
  | { readonly externalReference: Expression }
  | { readonly formKey: Expression };
export interface ScriptModel {
  readonly script: Expression;
  readonly resultVariable: string | undefined;
}
export interface DecisionModel {
  readonly decisionId: Expression;
  readonly binding: Binding;
  readonly resultVariable: string | undefined;
}
export interface CallModel {
  readonly processId: Expression;
  readonly binding: Binding;
  readonly givesAll: boolean;
  readonly takesAll: boolean;
  readonly businessId: Expression | undefined;
}
export interface ComplexModel {
  readonly activationCondition: Expression | undefined;
}
export interface EventGatewayModel {
  readonly instantiates: boolean;
  /** All its events must come (INS-15). */
  readonly parallel: boolean;
}
export interface CatchModel {
  /** A receive task that starts instances (INS-13). */
  readonly instantiates: boolean;
  /** Name of the link whose throws come here (LNK-1). */
  readonly link: string | undefined;
}
export interface ThrowModel {
  /** In document order (MUL-3). */
  readonly throws: readonly Throw[];
}
/** One event definition of a throw or end event. */
export type Throw =
  | { readonly what: 'message'; readonly by: JobModel | PublicationModel }
  | { readonly what: 'signal'; readonly name: Expression }
  | { readonly what: 'error' | 'escalation'; readonly code: Expression }
  | { readonly what: 'link'; readonly name: string }
  | { readonly what: 'compensation'; readonly activity: ElementId | undefined; readonly waits: boolean }
  | { readonly what: 'cancel' | 'terminate' };
