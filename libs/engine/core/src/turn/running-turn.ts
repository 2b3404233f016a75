import { apply } from '../apply/index.ts';
import { noneTouched } from '../apply/change.ts';
import type { EngineEvent } from '../events/engine-event.ts';
import type { Expression, Flow, Node, ProcessGraph } from '../graph/process-graph.ts';
import { toJsonText, type JsonText, type Values } from '../json-text.ts';
import { LOCAL_NUMBERS } from '../keys.ts';
import { viewOf } from '../frame/views.ts';
import { indexesOf } from '../state/indexes.ts';
import type { Cause, ElementInstance, InstanceState, Key, Trigger } from '../state/instance-state.ts';
import type { Wait } from '../state/wait.ts';
import { Agenda } from './agenda.ts';
import type { Env, Result, VariableView } from './env.ts';
import type { Effect } from './outcome.ts';
import type { Step, StepOf } from './step.ts';
import type { DistributiveOmit, Turn } from './turn.ts';

/** One turn while it runs: what it has emitted and what is still to do. */
export class RunningTurn implements Turn {
  readonly graph: ProcessGraph;
  readonly state: InstanceState;
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

  emit(event: EngineEvent): void {
    apply(this, event);
    this.events.push(event);
  }

  send(effect: Effect): void {
    this.effects.push(effect);
  }

  /** Counted on and on; each range of 2²¹ keys belongs to an instance number of its own. */
  newKey(): Key {
    const key = ++this.state.lastKey;
    if (key % LOCAL_NUMBERS === 0) this.emit({ type: 'number-drawn', number: this.env.drawNumber() });
    return key;
  }

  nodeOf(self: ElementInstance): Node {
    return this.node(self.nodeId);
  }

  node(id: string): Node {
    const node = this.graph.nodes.get(id);
    if (!node)
      throw new Error(`Expected node '${id}' in process '${this.graph.processId}', but there is none`);
    return node;
  }

  children(scopeKey: Key): readonly ElementInstance[] {
    const keys = indexesOf(this.state).childrenOf.get(scopeKey);
    return keys ? [...keys].map((key) => this.state.elements.get(key)).filter((child) => !!child) : [];
  }

  waitsOf(owner: Key): readonly Wait[] {
    const keys = indexesOf(this.state).waitsOf.get(owner);
    return keys ? [...keys].map((key) => this.state.waits.get(key)).filter((wait) => !!wait) : [];
  }

  schedule(step: Step): void {
    this.agenda.add(step);
  }

  activate(
    node: Node,
    scopeKey: Key,
    options: { readonly locals?: Values; readonly cause?: Cause } = {},
  ): void {
    this.schedule({ do: 'activate', nodeId: node.id, scopeKey, ...options });
  }

  complete(self: ElementInstance): void {
    this.schedule({ do: 'complete', key: self.key });
  }

  terminate(self: ElementInstance, interruptedBy?: Trigger): void {
    this.schedule({ do: 'terminate', key: self.key, ...(interruptedBy && { interruptedBy }) });
  }

  take(flow: Flow, self: ElementInstance, cause?: Cause): void {
    const { source, target } = flow;
    const waits = target.element.joins !== undefined || target.startQuantity > 1;
    for (let count = 0; count < source.completionQuantity; count++) {
      this.emit({
        type: 'flow-taken',
        flowId: flow.id,
        scopeKey: self.scopeKey,
        ...(waits && { waitsAt: target.id }),
      });
      this.schedule({
        do: 'activate',
        nodeId: target.id,
        scopeKey: self.scopeKey,
        flowId: flow.id,
        ...(cause && { cause }),
      });
    }
  }

  goOn(self: ElementInstance, at: number): void {
    this.schedule({ do: 'go-on', key: self.key, at });
  }

  dropQueued(scopeKey: Key): void {
    this.agenda.drop(scopeKey);
  }

  queuedIn(scopeKey: Key): readonly StepOf<'activate'>[] {
    return this.agenda.queuedIn(scopeKey);
  }

  open(wait: DistributiveOmit<Wait, 'key'>): Key {
    const key = this.newKey();
    this.emit({ type: 'wait-opened', wait: { ...wait, key } });
    return key;
  }

  variables(scopeKey: Key): VariableView {
    return viewOf(this.state, scopeKey);
  }

  evaluate(expression: Expression, scopeKey: Key): Result<JsonText> {
    return this.evaluateIn(expression, this.variables(scopeKey));
  }

  evaluateIn(expression: Expression, view: VariableView): Result<JsonText> {
    if ('fixed' in expression) return { ok: true, value: toJsonText(expression.fixed) };
    return this.env.evaluate(expression, view);
  }
}
