import type {
  Boundary,
  CatchTrigger,
  EndStep,
  Origin,
  Repeat,
  TaskStep,
  ThrowStep,
} from '../notation/flow.ts';

/** A flow as nodes and connections: what becomes BPMN elements, with their ids. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly connections: readonly Connection[];
}

interface NodeBase {
  readonly id: string;
  readonly name: string;
  /** Key of a role of the sheet. */
  readonly lane: string;
  readonly origin: Origin | undefined;
}

export type StartTrigger =
  { readonly type: 'none' } | { readonly type: 'cron'; readonly value: string } | CatchTrigger;

export type FlowNode =
  | (NodeBase & { readonly kind: 'start'; readonly trigger: StartTrigger })
  | (NodeBase & {
      readonly kind: 'task';
      readonly task: TaskStep['task'];
      readonly repeat: Repeat | undefined;
    })
  | (NodeBase & { readonly kind: 'wait'; readonly trigger: CatchTrigger })
  | (NodeBase & { readonly kind: 'throw'; readonly trigger: ThrowStep['trigger'] })
  | (NodeBase & { readonly kind: 'exclusive'; readonly role: 'decision' | 'merge' })
  | (NodeBase & { readonly kind: 'parallel' | 'inclusive'; readonly role: 'fork' | 'join' })
  | (NodeBase & { readonly kind: 'end'; readonly end: EndStep['end'] })
  | (NodeBase & {
      readonly kind: 'subprocess';
      readonly inner: FlowGraph;
      readonly repeat: Repeat | undefined;
    })
  /** An event sub-process, which stops the rest or runs beside it. */
  | (NodeBase & { readonly kind: 'event'; readonly inner: FlowGraph; readonly interrupting: boolean })
  | (NodeBase & {
      readonly kind: 'boundary';
      readonly host: string;
      readonly trigger: Boundary['trigger'];
      readonly interrupting: boolean;
    });

export interface Connection {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly condition: string | undefined;
  /** Taken when no other condition of the source holds. */
  readonly otherwise: boolean;
  /** Place among the branches of its source, from 0. */
  readonly place: number;
}
