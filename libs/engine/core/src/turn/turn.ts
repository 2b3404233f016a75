import type { EngineEvent } from '../events/engine-event.ts';
import type { Expression, Flow, Node, NodeId, ProcessGraph } from '../graph/process-graph.ts';
import type { JsonText, Values } from '../json-text.ts';
import type { Cause, ElementInstance, InstanceState, Key, Trigger } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import type { Env, Result, VariableView } from './env.ts';
import type { Effect } from './outcome.ts';
import type { Step, StepOf } from './step.ts';

/** What commands, frame and elements see of the turn that is running. */
export interface Turn {
  readonly graph: ProcessGraph;
  /** To be read; only `emit` changes it. */
  readonly state: Readonly<InstanceState>;
  readonly env: Env;
  emit(event: EngineEvent): void;
  send(effect: Effect): void;
  newKey(): Key;
  nodeOf(self: ElementInstance): Node;
  /** @throws Error when the process has no such node: a bug. */
  node(id: NodeId): Node;
  children(scopeKey: Key): readonly ElementInstance[];
  waitsOf(owner: Key): readonly Wait[];
  /** Appends a step to the agenda; the verbs below do so too and never recurse. */
  schedule(step: Step): void;
  activate(node: Node, scopeKey: Key, options?: { readonly locals?: Values; readonly cause?: Cause }): void;
  complete(self: ElementInstance): void;
  terminate(self: ElementInstance, interruptedBy?: Trigger): void;
  take(flow: Flow, self: ElementInstance, cause?: Cause): void;
  goOn(self: ElementInstance, at: number): void;
  /** Drops queued activations of a scope that ends. */
  dropQueued(scopeKey: Key): void;
  queuedIn(scopeKey: Key): readonly StepOf<'activate'>[];
  open(wait: DistributiveOmit<Wait, 'key'>): Key;
  variables(scopeKey: Key): VariableView;
  /** Value of an expression; a fixed text is a string. */
  evaluate(expression: Expression, scopeKey: Key): Result<JsonText>;
  evaluateIn(expression: Expression, view: VariableView): Result<JsonText>;
}
export type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
