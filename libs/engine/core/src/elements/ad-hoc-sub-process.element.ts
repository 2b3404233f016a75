import type { AdHocModel } from '../graph/element-models.ts';
import { fail } from '../frame/incidents.ts';
import { requestJob } from '../frame/jobs.ts';
import { clearScope } from '../frame/terminate.ts';
import { textList, truth } from '../frame/values.ts';
import { propagate } from '../frame/variables.ts';
import { outputsOf } from '../frame/views.ts';
import type { Node, NodeWith } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { Element } from './element.ts';

type AdHocNode = NodeWith<AdHocModel>;

/** Its elements are started by name, at entry, by command or by a worker (ADH-1 to ADH-12). */
export const adHocSubProcess: Element<AdHocModel> = {
  activate(turn, node, self) {
    const { activeElements, outputCollection } = node.model;
    const named = textList(turn, activeElements, self.key);
    const unknown = named.find((id) => !enabled(node).has(id));
    if (unknown !== undefined)
      fail(
        `Expected '${unknown}' to be an element of '${node.elementId}' that can be started, but it is not`,
      );
    const loop = { started: named.length, ...(outputCollection && { outputName: outputCollection }) };
    turn.emit({ type: 'loop-advanced', key: self.key, loop });
    for (const id of named) turn.activate(enabled(node).get(id) as Node, self.key);
    askWorker(turn, node, self);
  },
  childCompleting(turn, node, self, child) {
    const { outputElement } = node.model;
    if (!outputElement || turn.nodeOf(child).outgoing.length > 0) return;
    const output = turn.evaluate(outputElement, child.key);
    const completed = (self.loop?.completed ?? 0) + 1;
    turn.emit({ type: 'loop-advanced', key: self.key, loop: { completed }, output: [completed, output] });
  },
  childEnded(turn, node, self, { instance, how }) {
    release(turn, self);
    if (how === 'completed' && turn.nodeOf(instance).kind !== 'event-sub-process') turn.goOn(self, 0);
    // An interrupting event sub-process completes it (ESP-13); a flow that ended asks its worker again.
    else if (self.interruption?.phase === 'started') finish(turn, node, self);
  },
  goOn(turn, node, self) {
    const { completionCondition, cancelsRemaining } = node.model;
    if (!completionCondition || self.loop?.done || !truth(turn, completionCondition, self.key))
      return askWorker(turn, node, self);
    if (cancelsRemaining) return finish(turn, node, self);
    turn.emit({ type: 'loop-advanced', key: self.key, loop: { done: true } });
    turn.schedule({ do: 'settle', key: self.key });
  },
  settled(turn, node, self) {
    const { completionCondition, job } = node.model;
    const started = (self.loop?.started ?? 0) > 0;
    const asksOn = completionCondition !== undefined || job !== undefined;
    if (self.held || self.interruption || (!self.loop?.done && (asksOn || !started))) return;
    handOut(turn, node, self);
    turn.complete(self);
  },
};

/** Inner activities without incoming flow (ADH-1). */
export function enabled(node: AdHocNode): ReadonlyMap<string, Node> {
  return new Map(node.startNodes.map((start) => [start.elementId, start]));
}

/** Ends it, with what it still holds (ADH-8). */
export function finish(turn: Turn, node: AdHocNode, self: ElementInstance): void {
  if (self.held) turn.emit({ type: 'activations-held', key: self.key, steps: [] });
  clearScope(turn, self.key);
  handOut(turn, node, self);
  turn.complete(self);
}

function handOut(
  turn: Turn,
  { model: { outputCollection } }: AdHocNode,
  { scopeKey, loop }: ElementInstance,
): void {
  if (!outputCollection || !loop) return;
  propagate(turn, scopeKey, { [outputCollection]: outputsOf({ ...loop, total: loop.completed }) });
}

/** A worker chooses what is next, on entry and after each ended flow (ADH-12). */
function askWorker(turn: Turn, { model: { job } }: AdHocNode, self: ElementInstance): void {
  const asked = turn.waitsOf(self.key).some(({ kind }) => kind === 'job');
  if (job && !asked && !self.loop?.done) requestJob(turn, self, job, { of: 'ad-hoc' });
}

/** The next of those that were kept back (ADH-6). */
function release(turn: Turn, self: ElementInstance): void {
  const [next, ...steps] = self.held ?? [];
  if (!next || turn.children(self.key).length > 0) return;
  turn.emit({ type: 'activations-held', key: self.key, steps });
  turn.schedule(next);
}
