import type { NodeWith } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * What one BPMN element does when entered, answered and left. Everything common to all elements is in `frame/`. A
 * hook that fails (`fail`) becomes an incident and is run again when that is resolved, so it evaluates all it needs
 * before it emits anything.
 */
export interface Element<M = undefined> {
  /** What this element adds to the frame on entry: a wait is opened, or `turn.complete` is called. */
  activate(turn: Turn, node: NodeWith<M>, self: ElementInstance): void;
  /** Which flows are taken when it is left. Default: every flow whose condition holds (SF-1 to SF-9). */
  complete?(turn: Turn, node: NodeWith<M>, self: ElementInstance): void;
  /** Goes on with what `activate` began, asked for by `turn.goOn`. */
  goOn?(turn: Turn, node: NodeWith<M>, self: ElementInstance, at: number): void;
  /** A child is about to complete and its variables can still be read; a failure is the child's incident. */
  childCompleting?(turn: Turn, node: NodeWith<M>, self: ElementInstance, child: ElementInstance): void;
  /** A child has gone. */
  childEnded?(turn: Turn, node: NodeWith<M>, self: ElementInstance, child: EndedChild): void;
  /** Nothing is left inside a scope. Default: complete. */
  settled?(turn: Turn, node: NodeWith<M>, self: ElementInstance): void;
  /** Only what the frame cannot know, such as canceling a called instance. */
  terminate?(turn: Turn, node: NodeWith<M>, self: ElementInstance): void;
  /** Present on nodes at which flows wait for each other; read by the activation guard. */
  readonly joins?: 'every-flow' | 'every-reachable-flow' | 'activation-condition';
}
interface EndedChild {
  readonly instance: ElementInstance;
  readonly how: 'completed' | 'terminated';
}
