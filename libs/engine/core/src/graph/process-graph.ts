import type { ElementKind, ModelOf } from '../elements/index.ts';

/** The id an element has in the diagram. */
export type ElementId = string;
/** The id of a node of the graph: the element's id, or `<id>#inner` for what a loop or multi-instance body repeats. */
export type NodeId = string;
export type FlowId = string;

/** How much of what happened is kept; each level holds the former. */
export type HistoryLevel = 'activity' | 'audit' | 'full';

/**
 * The frozen, compiled form of one process, as plain data: made once per definition version by
 * `@iter/engine-compile` and shared by all its instances.
 */
export interface ProcessGraph {
  /** BPMN id of the process. */
  readonly processId: ElementId;
  readonly name: string | undefined;
  readonly versionTag: string | undefined;
  readonly historyLevel: HistoryLevel;
  readonly root: Node;
  readonly nodes: ReadonlyMap<NodeId, Node>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  /** Message, signal, timer and conditional starts of the process, for the deployment to subscribe. */
  readonly starts: readonly CatchSpec[];
  /** What the process refers to by a fixed id, for bundles and "where used". */
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly from: ElementId;
  readonly to: 'process' | 'decision' | 'form';
  readonly id: string;
  readonly binding: Binding;
}
/** Which version of a referenced process, decision or form is meant. */
export type Binding =
  { readonly type: 'latest' | 'deployment' } | { readonly type: 'versionTag'; readonly versionTag: string };

export type Node = { [K in ElementKind]: NodeOf<K> }[ElementKind];
export interface NodeOf<K extends ElementKind> extends NodeWith<ModelOf<K>> {
  readonly kind: K;
}
export interface NodeWith<M> {
  readonly id: NodeId;
  readonly elementId: ElementId;
  /** Kebab-case; in capitals with underscores it is the element type of /v2 (`user-task` → `USER_TASK`). */
  readonly kind: ElementKind;
  readonly name: string | undefined;
  /** What was read of it beside what every node has. */
  readonly model: M;
  readonly parent: Node | undefined;
  /** Contained nodes in document order; empty for anything that is no scope. */
  readonly children: readonly Node[];
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
  readonly defaultFlow: Flow | undefined;
  /** What this node catches: itself, for its boundary, for its event sub-processes, for its branches. */
  readonly catches: readonly CatchSpec[];
  /** Nodes that get a token when this scope is entered. */
  readonly startNodes: readonly Node[];
  readonly mappings: Mappings;
  readonly listeners: readonly Listener[];
  /** `zeebe:property` entries in document order; names may repeat. */
  readonly properties: readonly Property[];
  /** Tokens needed for one activation, counted over all incoming flows (ACT-1). */
  readonly startQuantity: number;
  /** Tokens put on each taken flow (ACT-5). */
  readonly completionQuantity: number;
  /** `isForCompensation`: runs as a handler only (ACT-12). */
  readonly forCompensation: boolean;
  /** The activity that undoes this one. */
  readonly compensation: Node | undefined;
  /**
   * Of an inclusive or complex join, by incoming flow: the nodes from which a path of this scope leads to that
   * flow without visiting the join (GW-INC-2).
   */
  readonly reach: ReadonlyMap<FlowId, ReadonlySet<NodeId>>;
}

export interface Flow {
  readonly id: FlowId;
  readonly source: Node;
  readonly target: Node;
  readonly condition: Expression | undefined;
}

export type CatchRole = 'self' | 'boundary' | 'event-sub-process' | 'gateway-branch' | 'process-start';
/** One trigger at one place; an event with several definitions has several. */
export interface CatchSpec {
  /** The catching node: the boundary event, the start event of the event sub-process, the branch's target, itself. */
  readonly node: Node;
  readonly role: CatchRole;
  readonly interrupting: boolean;
  readonly trigger: TriggerSpec;
  /** Position of the definition on the event. */
  readonly index: number;
  /** How many triggers must come before the event happens: 1, or all of them for parallel multiple (MUL-2). */
  readonly needed: number;
}
export type TriggerSpec =
  | { readonly on: 'timer'; readonly timer: 'date' | 'duration' | 'cycle'; readonly value: Expression }
  | { readonly on: 'message'; readonly name: Expression; readonly correlationKey: Expression | undefined }
  | { readonly on: 'signal'; readonly name: Expression }
  | {
      readonly on: 'condition';
      readonly test: Expression;
      /** CND-7: the variable names and kinds of change it is asked for; absent: all. */
      readonly filter: ConditionFilter | undefined;
    }
  | {
      readonly on: 'error' | 'escalation';
      /** Absent: catches every code. */
      readonly code: Expression | undefined;
    }
  | { readonly on: 'compensation' | 'cancel' };
export interface ConditionFilter {
  readonly names: readonly string[] | undefined;
  readonly changes: readonly ('create' | 'update')[] | undefined;
}

/** Text that stands for itself, or a FEEL expression (written with a leading `=`, which `source` no longer has). */
export type Expression =
  | { readonly fixed: string }
  | { readonly source: string; /** Variables it reads. */ readonly dependsOn: readonly string[] };

export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
}
export interface Mapping {
  readonly source: Expression;
  /** Path of the target: the variable, then nested names (DAT-10). */
  readonly target: readonly [string, ...string[]];
}
export interface Listener {
  readonly on: 'start' | 'end' | TaskListenerEvent;
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
}
export type TaskListenerEvent = 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';
export interface Property {
  readonly name: string;
  readonly value: string;
}
