/**
 * The flow of a procedure as a process owner writes it: one step per line, blocks by indentation.
 *
 *     ufficio: Redigere il bando #bando @1169
 *     dirigente: Esaminare il bando #esame @1169
 *     decisione: Il bando è approvato? #bando-approvato su esitoBando ~esito-di-approvazione
 *       - Approvato:
 *       - Da rivedere:
 *         torna a #bando
 *     ufficio (attesa =date and time(scadenza)): Scadenza delle domande #scadenza ~scadenza
 *     parallelo: #controlli
 *       - Requisiti:
 *         ufficio: Verificare i requisiti #requisiti @1182
 *       - Titoli:
 *         commissione: Valutare i titoli #titoli @1170
 *     fine: Procedura conclusa #conclusa @1171
 *
 * `#id` names a step for good, `@lines` tells where the document says it, `~rule` which convention put it there.
 * All kinds of lines are described in the readme of this library.
 */

/** Where a step comes from: lines of the document, or a rule of the conventions. */
export type Origin =
  | { readonly kind: 'lines'; readonly lines: readonly LineRange[] }
  | { readonly kind: 'convention'; readonly rule: string };

/** First and last line of a passage, both included, counted from 1. */
export type LineRange = readonly [first: number, last: number];

export type TaskKind =
  | { readonly type: 'user' }
  | { readonly type: 'manual' }
  | { readonly type: 'script' }
  | { readonly type: 'service'; readonly job: string }
  | { readonly type: 'send'; readonly job: string }
  | { readonly type: 'receive'; readonly message: string }
  /** Asks a decision table of the sheet. */
  | { readonly type: 'rule'; readonly decision: string }
  | { readonly type: 'call'; readonly process: string };

export type TimerTrigger = { readonly type: 'timer'; readonly value: string };
export type MessageTrigger = { readonly type: 'message'; readonly message: string };
export type SignalTrigger = { readonly type: 'signal'; readonly signal: string };
/** FEEL with its `=`. */
export type ConditionTrigger = { readonly type: 'condition'; readonly condition: string };
export type ErrorTrigger = { readonly type: 'error'; readonly code: string };
/** What a case can wait for. */
export type CatchTrigger = TimerTrigger | MessageTrigger | SignalTrigger | ConditionTrigger;

/** Work that is done once for each element of a list. */
export interface Repeat {
  /** Variable that holds the element. */
  readonly element: string;
  /** FEEL of the list, with its `=`. */
  readonly list: string;
  /** One after the other; otherwise all at once. */
  readonly sequential: boolean;
  /** Variable with the results, in the order of the list; `value` is FEEL, or all that was answered. */
  readonly collect: { readonly value: string | undefined; readonly into: string } | undefined;
  /** FEEL with its `=`: once true, the others are not done any more. */
  readonly until: string | undefined;
}

interface StepBase {
  readonly id: string;
  readonly name: string;
  /** Key of a role of the sheet; inherited from the step before where the line gives none. */
  readonly lane: string | undefined;
  readonly origin: Origin | undefined;
  /** Line of the flow text, from 1. */
  readonly line: number;
}

export interface TaskStep extends StepBase {
  readonly kind: 'task';
  readonly task: TaskKind;
  readonly repeat: Repeat | undefined;
  readonly boundaries: readonly Boundary[];
}

export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly trigger: CatchTrigger;
}

/** Tells others, and goes on: a signal to all who wait for it, a message to one case or start. */
export interface ThrowStep extends StepBase {
  readonly kind: 'throw';
  readonly trigger: SignalTrigger | MessageTrigger;
}

export interface DecisionStep extends StepBase {
  readonly kind: 'decision';
  /** Variable that the branches compare; undefined where every branch gives an expression. */
  readonly variable: string | undefined;
  readonly branches: readonly Branch[];
}

/** One track or several, as answered; the tracks chosen run at the same time. */
export interface ChoicesStep extends StepBase {
  readonly kind: 'choices';
  /** Variable with the list of answers; undefined where every branch gives an expression. */
  readonly variable: string | undefined;
  readonly branches: readonly Branch[];
}

export interface ParallelStep extends StepBase {
  readonly kind: 'parallel';
  readonly branches: readonly Branch[];
}

export interface SubProcessStep extends StepBase {
  readonly kind: 'subprocess';
  readonly block: Block;
  readonly repeat: Repeat | undefined;
  readonly boundaries: readonly Boundary[];
}

/** What may happen at any time while the case, or the sub-process around it, is open. */
export interface EventStep extends StepBase {
  readonly kind: 'event';
  readonly trigger: CatchTrigger;
  readonly interrupting: boolean;
  readonly block: Block;
}

export interface EndStep extends StepBase {
  readonly kind: 'end';
  readonly end:
    | { readonly type: 'none' }
    | { readonly type: 'terminate' }
    | ErrorTrigger
    | SignalTrigger
    | MessageTrigger;
}

export interface GotoStep {
  readonly kind: 'goto';
  readonly target: string;
  readonly line: number;
}

export interface Branch {
  readonly label: string;
  /** FEEL condition with its `=`; undefined on a parallel track and on the default branch of a decision. */
  readonly condition: string | undefined;
  readonly otherwise: boolean;
  readonly block: Block;
  readonly line: number;
}

export interface Boundary {
  readonly id: string;
  readonly name: string;
  readonly trigger: CatchTrigger | ErrorTrigger;
  readonly interrupting: boolean;
  readonly origin: Origin | undefined;
  readonly block: Block;
  readonly line: number;
}

export type Step =
  | TaskStep
  | WaitStep
  | ThrowStep
  | DecisionStep
  | ChoicesStep
  | ParallelStep
  | SubProcessStep
  | EventStep
  | EndStep
  | GotoStep;
export type Block = readonly Step[];

export const FLOW_PROBLEM_CODES = [
  'INDENTATION',
  'UNKNOWN_LINE',
  'UNKNOWN_KIND',
  'MISSING_NAME',
  'MISSING_BRANCHES',
  'MISSING_CONDITION',
  'UNEXPECTED_BLOCK',
  'WRONG_REPEAT',
  'MISPLACED_EVENT',
  'DUPLICATE_ID',
  'UNKNOWN_TARGET',
  'UNREACHABLE',
  'TRACK_ENDS',
  'HANDLER_FALLS_THROUGH',
  'MISSING_END',
  'WRONG_LINES',
] as const;
export type FlowProblemCode = (typeof FLOW_PROBLEM_CODES)[number];

export interface FlowProblem {
  /** Line of the flow text, from 1. */
  readonly line: number;
  readonly code: FlowProblemCode;
  readonly reason: string;
}
