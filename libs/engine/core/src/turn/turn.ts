import { apply } from '../apply/index.ts';
import { noneTouched } from '../apply/change.ts';
import { elementOf } from '../elements/index.ts';
import type { Element } from '../elements/element.ts';
import type { EngineEvent } from '../events/engine-event.ts';
import { valueOf } from '../frame/incidents.ts';
import { viewOf } from '../frame/views.ts';
import type { Expression, Flow, Node, NodeId, ProcessGraph } from '../graph/process-graph.ts';
import { toJsonText, type JsonText, type Values } from '../json-text.ts';
import { LOCAL_NUMBERS } from '../keys.ts';
import { indexesOf } from '../state/indexes.ts';
import type { Cause, ElementInstance, InstanceState, Key } from '../state/instance-state.ts';
import type { Opening, Wait } from '../state/wait.ts';
import { Agenda } from './agenda.ts';
import type { Env, Result, VariableView } from './env.ts';
import type { Effect } from './outcome.ts';
import type { Step } from './step.ts';

/** One turn while it runs: what it has emitted and what is still to do. Commands, frame and elements work on it. */
export class Turn {
  readonly graph: ProcessGraph;
  /** To be read; only `emit` changes it. */
  readonly state: Readonly<InstanceState>;
  readonly env: Env;
  readonly agenda = new Agenda();
  readonly events: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  readonly touched = noneTouched();

  constructor(graph: ProcessGraph, state: InstanceState, env: Env) {
    this.graph = graph;
    this.state = state;
    this.env = env;
  }

  /** The number by which others know the instance. */
  get instance(): number {
    return this.state.numbers[0] ?? 0;
  }

  emit(event: EngineEvent): void {
    apply(this, event);
    this.events.push(event);
  }

  send(effect: Effect): void {
    this.effects.push(effect);
  }

  /** Counted on and on; each range of 2²¹ keys belongs to an instance number of its own. */
  newKey(): Key {
    const key = this.state.lastKey + 1;
    (this.state as InstanceState).lastKey = key;
    if (key % LOCAL_NUMBERS === 0) this.emit({ type: 'number-drawn', number: this.env.drawNumber() });
    return key;
  }

  nodeOf(self: ElementInstance): Node {
    return this.node(self.nodeId);
  }

  /** @throws Error when the process has no such node: a bug. */
  node(id: NodeId): Node {
    const node = this.graph.nodes.get(id);
    if (!node)
      throw new Error(`Expected node '${id}' in process '${this.graph.processId}', but there is none`);
    return node;
  }

  /** What is particular to an element. */
  behavior(node: Node): Element<unknown> {
    return elementOf(node.kind);
  }

  scopeOf(self: ElementInstance): ElementInstance | undefined {
    return this.state.elements.get(self.scopeKey);
  }

  children(scopeKey: Key): readonly ElementInstance[] {
    const keys = indexesOf(this.state).childrenOf.get(scopeKey);
    return keys ? [...keys].map((key) => this.state.elements.get(key)).filter((child) => !!child) : [];
  }

  waitsOf(owner: Key): readonly Wait[] {
    const keys = indexesOf(this.state).waitsOf.get(owner);
    return keys ? [...keys].map((key) => this.state.waits.get(key)).filter((wait) => !!wait) : [];
  }

  /** Appends a step to the agenda; the verbs below do so too and never recurse. */
  schedule(step: Step): void {
    this.agenda.add(step);
  }

  activate(
    { id }: Node,
    scopeKey: Key,
    options: { readonly locals?: Values; readonly cause?: Cause } = {},
  ): void {
    this.schedule({ do: 'activate', nodeId: id, scopeKey, ...options });
  }

  complete(self: ElementInstance): void {
    this.schedule({ do: 'complete', key: self.key });
  }

  /** Puts the completion quantity of tokens on a flow (ACT-5). */
  take({ id: flowId, source, target }: Flow, { scopeKey }: ElementInstance, cause?: Cause): void {
    const waits = this.behavior(target).joins !== undefined || target.startQuantity > 1;
    for (let count = 0; count < source.completionQuantity; count++) {
      this.emit({ type: 'flow-taken', flowId, scopeKey, ...(waits && { waitsAt: target.id }) });
      this.schedule({ do: 'activate', nodeId: target.id, scopeKey, flowId, ...(cause && { cause }) });
    }
  }

  goOn(self: ElementInstance, at: number): void {
    this.schedule({ do: 'go-on', key: self.key, at });
  }

  open(wait: Opening): Key {
    const key = this.newKey();
    this.emit({ type: 'wait-opened', wait: { ...wait, key } });
    return key;
  }

  variables(scopeKey: Key): VariableView {
    return viewOf(this.state, scopeKey);
  }

  /** Value of an expression; a fixed text is a string. One that fails is an incident of the element at hand. */
  evaluate(expression: Expression, where: Key | VariableView): JsonText {
    return valueOf(this.tryEvaluate(expression, where));
  }

  tryEvaluate(expression: Expression, where: Key | VariableView): Result<JsonText> {
    if ('fixed' in expression) return { ok: true, value: toJsonText(expression.fixed) };
    return this.env.evaluate(expression, typeof where === 'number' ? this.variables(where) : where);
  }
}
