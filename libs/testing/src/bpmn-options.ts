/** Options of the BPMN builder. Every text that starts with `=` is FEEL, as in a Zeebe diagram. */

/** What an event waits for or throws; exactly one member is set. */
export interface EventOptions {
  readonly timer?: { readonly date?: string; readonly duration?: string; readonly cycle?: string };
  readonly message?: string | { readonly name: string; readonly correlationKey?: string };
  readonly signal?: string;
  /** Error code; the empty text catches every error. */
  readonly error?: string;
  /** Escalation code; the empty text catches every escalation. */
  readonly escalation?: string;
  readonly condition?: string;
  readonly link?: string;
  /** Compensates one activity by its id, or all of the scope with `true`. */
  readonly compensation?: string | true;
  readonly cancel?: true;
  readonly terminate?: true;
}

export interface MultiInstanceOptions {
  readonly collection: string;
  readonly element?: string;
  readonly outputCollection?: string;
  readonly outputElement?: string;
  readonly sequential?: boolean;
  readonly completionCondition?: string;
}

export interface StandardLoopOptions {
  readonly condition?: string;
  readonly testBefore?: boolean;
  readonly maximum?: number;
}

export interface ListenerOptions {
  readonly event: string;
  readonly type: string;
  readonly retries?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CommonOptions {
  readonly name?: string;
  readonly documentation?: string;
  /** Target variable → FEEL source, in this order. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  /** `zeebe:property` values; a list writes the property once for each. */
  readonly properties?: Readonly<Record<string, string | readonly string[]>>;
  readonly executionListeners?: readonly ListenerOptions[];
  /** Further attributes of the BPMN element, such as `startQuantity`. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

export interface ActivityOptions extends CommonOptions {
  readonly multiInstance?: MultiInstanceOptions;
  readonly loop?: StandardLoopOptions;
  /** The activity is a compensation handler: no flow reaches it, a compensation boundary names it. */
  readonly isForCompensation?: boolean;
}

export interface UserTaskOptions extends ActivityOptions {
  readonly assignee?: string;
  readonly candidateGroups?: string;
  readonly candidateUsers?: string;
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly priority?: number | string;
  readonly formId?: string;
  readonly formBinding?: 'latest' | 'deployment' | 'versionTag';
  readonly externalReference?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly taskListeners?: readonly ListenerOptions[];
}

/** A service, send, script or business rule task, or a throwing message event, that a worker does. */
export interface JobOptions extends ActivityOptions {
  /** Job type; the element's id where it is missing. */
  readonly type?: string;
  readonly retries?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SendTaskOptions extends JobOptions {
  readonly message?: EventOptions['message'];
}

export interface ScriptTaskOptions extends ActivityOptions {
  readonly expression: string;
  readonly resultVariable: string;
}

export interface DecisionTaskOptions extends ActivityOptions {
  readonly decisionId: string;
  readonly resultVariable: string;
  readonly binding?: 'latest' | 'deployment' | 'versionTag';
}

export interface CallActivityOptions extends ActivityOptions {
  readonly processId: string;
  readonly propagateAllChildVariables?: boolean;
  readonly propagateAllParentVariables?: boolean;
  readonly binding?: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag?: string;
}

export interface ReceiveTaskOptions extends ActivityOptions {
  readonly message: string | { readonly name: string; readonly correlationKey?: string };
}

export interface StartOptions extends CommonOptions, EventOptions {
  readonly formId?: string;
  /** Of an event sub-process; true where it is missing. */
  readonly interrupting?: boolean;
}

/** With `type` a worker sends the message; without, the engine publishes it. */
export interface ThrowOptions extends CommonOptions, EventOptions {
  readonly type?: string;
  readonly retries?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BoundaryOptions extends CommonOptions, EventOptions {
  /** True where it is missing. */
  readonly interrupting?: boolean;
  /** Id of the handler of a compensation boundary. */
  readonly handler?: string;
}

export interface FlowOptions {
  readonly id?: string;
  readonly name?: string;
  /** FEEL, with its leading `=`. */
  readonly condition?: string;
  /** The flow is the default of its source. */
  readonly isDefault?: boolean;
}

export interface ProcessOptions extends CommonOptions {
  /** False makes the process a drawing only. */
  readonly executable?: boolean;
  readonly versionTag?: string;
}
