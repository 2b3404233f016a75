import type { Boundary, EndStep, MessageTrigger, Origin, TaskStep, TimerTrigger } from '../notation/flow.ts';

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
  | { readonly type: 'none' }
  | { readonly type: 'cron'; readonly value: string }
  | { readonly type: 'message'; readonly message: string };

export type FlowNode =
  | (NodeBase & { readonly kind: 'start'; readonly trigger: StartTrigger })
  | (NodeBase & { readonly kind: 'task'; readonly task: TaskStep['task'] })
  | (NodeBase & { readonly kind: 'wait'; readonly trigger: TimerTrigger | MessageTrigger })
  | (NodeBase & { readonly kind: 'exclusive'; readonly role: 'decision' | 'merge' })
  | (NodeBase & { readonly kind: 'parallel'; readonly role: 'fork' | 'join' })
  | (NodeBase & { readonly kind: 'end'; readonly end: EndStep['end'] })
  | (NodeBase & { readonly kind: 'subprocess'; readonly inner: FlowGraph })
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
