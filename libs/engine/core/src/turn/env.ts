import type { Binding, ElementId, Expression, Property } from '../graph/process-graph.ts';
import type { JsonText, Values } from '../json-text.ts';
import type { Failure } from '../state/instance-state.ts';
import type { JobPurpose } from '../state/wait.ts';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** The variables an expression sees: those of its scope, hiding those of the scopes around it. */
export interface VariableView {
  get(name: string): JsonText | undefined;
  /** All that are in sight. */
  all(): Values;
}

/**
 * What a turn is given from outside. All functions are synchronous and, for one turn, deterministic. One that
 * throws ends the turn: its state must be thrown away and loaded again (a runtime may use this to fetch what is
 * missing and run the command once more).
 */
export interface Env {
  /** Milliseconds since 1970, of the tenant's clock. */
  readonly now: number;
  /** FEEL; a fixed text is never handed in. */
  evaluate(expression: Extract<Expression, { source: string }>, variables: VariableView): Result<JsonText>;
  /** Why a value, or a part of it, is null: asked for an incident, of an expression that was just evaluated. */
  reasons?(expression: Extract<Expression, { source: string }>, variables: VariableView): readonly string[];
  /** Failures: `CALLED_DECISION_ERROR` for an unknown decision, `DECISION_EVALUATION_ERROR` otherwise. */
  decide(request: DecisionRequest, variables: VariableView): Decided;
  /** Listeners and service tasks that are answered within the turn; `undefined`: it becomes a job. */
  answer(request: AnswerRequest): Result<Values> | undefined;
  /** First due date of a timer (TMR-1 to TMR-4), counted from `from`. Wrong text or type: `EXTRACT_VALUE_ERROR`. */
  schedule(timer: 'date' | 'duration' | 'cycle', value: JsonText, from: number): Result<Schedule>;
  /**
   * The due date of a cycle after `dueAt` (TMR-5). Bounded (`repeatsLeft` a number): the next one, even if it is
   * past; without end or cron: the first that lies after `now`. `undefined`: there is none.
   */
  nextDue(every: string, dueAt: number, repeatsLeft: number | null): number | undefined;
  /** A new instance number from the block the runtime has reserved. */
  drawNumber(): number;
  /** Steps of one turn before the rest goes on in a further one (TURN-11). */
  readonly maxSteps: number;
  /** Steps of one command over all its turns before it becomes an incident (TURN-11). */
  readonly maxTotalSteps: number;
  /** Nesting of calls (CALL-12). */
  readonly maxCallDepth: number;
}
export interface DecisionRequest {
  readonly decisionId: string;
  readonly binding: Binding;
}
/** The value of a decision, and how it came about; absent where the decision could not be asked. */
export type Decided = Result<JsonText> & { readonly evaluation?: DecisionEvaluation };
/** What history keeps of a decision. The core does not read it. */
export interface DecisionEvaluation {
  readonly requirementsKey: string;
  readonly requirementsId: string;
  /** All that were evaluated, required ones first; the last is the one that was asked for. */
  readonly decisions: readonly EvaluatedDecision[];
}
export interface EvaluatedDecision {
  readonly decisionKey: string;
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly kind: 'table' | 'expression';
  readonly output: JsonText;
  /** Why there is no output. */
  readonly failure?: string;
  /** Of a decision table, as are the rules that matched. */
  readonly inputs: readonly NamedValue[];
  readonly matchedRules: readonly MatchedRule[];
}
export interface NamedValue {
  readonly id: string;
  readonly name: string;
  readonly value: JsonText;
}
export interface MatchedRule {
  readonly id: string;
  /** Counts from 1. */
  readonly index: number;
  readonly outputs: readonly NamedValue[];
}
export interface AnswerRequest {
  readonly type: string;
  readonly purpose: JobPurpose;
  readonly elementId: ElementId;
  readonly headers: Readonly<Record<string, string>>;
  readonly properties: readonly Property[];
  readonly variables: VariableView;
}
export interface Schedule {
  readonly dueAt: number;
  /** Firings after the first; `null`: without end; 0 for date and duration. */
  readonly repeatsLeft: number | null;
  /** Present for a cycle: its ISO 8601 duration or cron expression. */
  readonly every?: string;
}
