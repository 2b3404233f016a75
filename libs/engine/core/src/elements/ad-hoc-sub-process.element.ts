import type { ElementSource } from '../compile/sources.ts';
import { begin, declaredJob, type JobModel } from '../frame/jobs.ts';
import { clearScope } from '../frame/terminate.ts';
import { failed, textList, truth } from '../frame/values.ts';
import { propagate } from '../frame/variables.ts';
import { outputsOf } from '../frame/views.ts';
import type { Expression, Node } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { defineElement } from './element.ts';

export interface AdHocModel {
  readonly sequential: boolean;
  readonly cancelsRemaining: boolean;
  readonly completionCondition: Expression | undefined;
  readonly activeElements: Expression | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: Expression | undefined;
  readonly job: JobModel | undefined;
}

/** Its elements are started by name, at entry, by command or by a worker (ADH-1 to ADH-12). */
export const adHocSubProcess = defineElement<AdHocModel>({
  compile(source, sources) {
    const zeebe = sources.extension(source, 'zeebe:AdHoc');
    const condition = source.get('completionCondition') as ElementSource | undefined;
    const collection = zeebe?.get('outputCollection');
    return {
      sequential: source.get('ordering') === 'Sequential',
      cancelsRemaining: source.get('cancelRemainingInstances') !== false,
      completionCondition: sources.feel(source, condition?.get('body')),
      activeElements: sources.feel(source, zeebe?.get('activeElementsCollection')),
      outputCollection: typeof collection === 'string' && collection !== '' ? collection : undefined,
      outputElement: sources.feel(source, zeebe?.get('outputElement')),
      job: declaredJob(source, sources),
    };
  },
  activate(turn, node, self) {
    const { activeElements, outputCollection } = node.model;
    const named = textList(turn, activeElements, self.key);
    if (!named.ok) return named.failure;
    const unknown = named.value.find((id) => !enabled(node).has(id));
    if (unknown !== undefined)
      return failed(
        `Expected '${unknown}' to be an element of '${node.elementId}' that can be started, but it is not`,
      ).failure;
    const loop = { started: named.value.length, ...(outputCollection && { outputName: outputCollection }) };
    turn.emit({ type: 'loop-advanced', key: self.key, loop });
    for (const id of named.value) turn.activate(enabled(node).get(id) as Node, self.key);
    return askWorker(turn, node, self);
  },
  childCompleting(turn, node, self, child) {
    const { outputElement } = node.model;
    if (!outputElement || turn.nodeOf(child).outgoing.length > 0) return;
    const output = turn.evaluate(outputElement, child.key);
    if (!output.ok) return output.failure;
    const completed = (self.loop?.completed ?? 0) + 1;
    turn.emit({
      type: 'loop-advanced',
      key: self.key,
      loop: { completed },
      output: [completed, output.value],
    });
  },
  childEnded(turn, node, self, { instance, how }) {
    release(turn, self);
    if (how === 'completed' && turn.nodeOf(instance).kind !== 'event-sub-process') turn.goOn(self, 0);
    // An interrupting event sub-process completes it (ESP-13); a flow that ended asks its worker again.
    else if (self.interruption?.phase === 'started') finish(turn, node, self);
  },
  goOn(turn, node, self) {
    const { completionCondition, cancelsRemaining } = node.model;
    if (!completionCondition || self.loop?.done) return askWorker(turn, node, self);
    const test = truth(turn, completionCondition, self.key);
    if (!test.ok) return test.failure;
    if (!test.value) return askWorker(turn, node, self);
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
});

/** Inner activities without incoming flow (ADH-1). */
export function enabled(node: Node): ReadonlyMap<string, Node> {
  return new Map(node.startNodes.map((start) => [start.elementId, start]));
}

/** Ends it, with what it still holds (ADH-8). */
export function finish(turn: Turn, node: Node<AdHocModel>, self: ElementInstance): void {
  if (self.held) turn.emit({ type: 'activations-held', key: self.key, steps: [] });
  clearScope(turn, self.key);
  handOut(turn, node, self);
  turn.complete(self);
}

function handOut(turn: Turn, { model }: Node<AdHocModel>, self: ElementInstance): void {
  const { outputCollection } = model;
  if (!outputCollection || !self.loop) return;
  const list = outputsOf({ ...self.loop, total: self.loop.completed });
  propagate(turn, self.scopeKey, { [outputCollection]: list });
}

/** A worker chooses what is next, on entry and after each ended flow (ADH-12). */
function askWorker(
  turn: Turn,
  node: Node<AdHocModel>,
  self: ElementInstance,
): ReturnType<typeof failed>['failure'] | void {
  const { job } = node.model;
  const asked = turn.waitsOf(self.key).some(({ kind }) => kind === 'job');
  if (!job || asked || self.loop?.done) return;
  const result = begin(turn, node, job, self, { of: 'ad-hoc' });
  if (!result.ok) return result.failure;
}

/** The next of those that were kept back (ADH-6). */
function release(turn: Turn, self: ElementInstance): void {
  const [next, ...steps] = self.held ?? [];
  if (!next || turn.children(self.key).length > 0) return;
  turn.emit({ type: 'activations-held', key: self.key, steps });
  turn.schedule(next);
}
