import type { ElementSource, Sources } from '../compile/sources.ts';
import type { Node } from '../graph/process-graph.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * One BPMN element: how it compiles and what it does when entered, answered and left. Everything common to all
 * elements is in `frame/`. A returned `Failure` becomes an incident and the hook is run again when it is
 * resolved, so a hook evaluates all it needs before it emits anything.
 */
export interface Element<Model> {
  /** Diagram element → model; problems are collected, never thrown. */
  compile(source: ElementSource, sources: Sources): Model;
  /** What this element adds to the frame on entry: a wait is opened, or `turn.complete` is called. */
  activate(turn: Turn, node: Node<Model>, self: ElementInstance): Failure | void;
  /** Which flows are taken when it is left. Default: every flow whose condition holds (SF-1 to SF-9). */
  complete?(turn: Turn, node: Node<Model>, self: ElementInstance): Failure | void;
  /** Goes on with what `activate` began, asked for by `turn.goOn`. */
  goOn?(turn: Turn, node: Node<Model>, self: ElementInstance, at: number): Failure | void;
  /** A child is about to complete and its variables can still be read; a failure is the child's incident. */
  childCompleting?(
    turn: Turn,
    node: Node<Model>,
    self: ElementInstance,
    child: ElementInstance,
  ): Failure | void;
  /** A child has gone. */
  childEnded?(turn: Turn, node: Node<Model>, self: ElementInstance, child: EndedChild): Failure | void;
  /** Nothing is left inside a scope. Default: complete. */
  settled?(turn: Turn, node: Node<Model>, self: ElementInstance): Failure | void;
  /** Only what the frame cannot know, such as canceling a called instance. */
  terminate?(turn: Turn, node: Node<Model>, self: ElementInstance): void;
  /** Present on nodes at which flows wait for each other; read by the activation guard. */
  readonly joins?: 'every-flow' | 'every-reachable-flow' | 'activation-condition';
}
export interface EndedChild {
  readonly instance: ElementInstance;
  readonly how: 'completed' | 'terminated';
}

/** Gives an element its types; nothing else. */
export function defineElement<Model>(element: Element<Model>): Element<Model> {
  return element;
}
