import type { MultiInstanceModel } from '../graph/element-models.ts';
import { fail } from '../frame/incidents.ts';
import { throwImplicitly } from '../frame/multi-instance-events.ts';
import { clearScope } from '../frame/terminate.ts';
import { integer, truth } from '../frame/values.ts';
import { propagate } from '../frame/variables.ts';
import { loopNumbersOf, outputsOf, overlay } from '../frame/views.ts';
import type { Expression, NodeWith } from '../graph/process-graph.ts';
import { EMPTY_LIST, itemsIn, NULL, toJsonText, type JsonText } from '../json-text.ts';
import type { ElementInstance, Loop } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import type { Element } from './element.ts';

type BodyNode = NodeWith<MultiInstanceModel>;

/** Instances that are made in one step; the rest follows in further steps (MI-5). */
const PORTION = 500;
const MOST = 1_000_000;

/** Holds the instances of its activity, with its flows and boundaries (MI-1 to MI-23). */
export const multiInstanceBody: Element<MultiInstanceModel> = {
  activate(turn, node, self) {
    const { sequential, outputCollection } = node.model;
    const { total, items } = evaluateItems(turn, node, self);
    turn.emit({
      type: 'loop-advanced',
      key: self.key,
      loop: {
        started: 0,
        total,
        ...(sequential && { sequential }),
        ...(items && { items }),
        ...(outputCollection && { outputName: outputCollection }),
      },
    });
    if (total > 0) return makeInstances(turn, node, self);
    handOut(turn, node, self);
    turn.complete(self);
  },
  goOn: (turn, node, self) => makeInstances(turn, node, self),
  childCompleting(turn, { model }, self, child) {
    const { key } = self;
    const completed = loopOf(self).completed + 1;
    const numbers = loopNumbersOf({ ...loopOf(self), completed });
    const output = model.outputElement && turn.evaluate(model.outputElement, child.key);
    const view = overlay(turn.variables(child.key), numbers);
    const done = model.completionCondition && truth(turn, model.completionCondition, view);
    const about = { view, numbers: Object.fromEntries(numbers), first: completed === 1 };
    throwImplicitly(turn, self, model.throws, about);
    turn.emit({
      type: 'loop-advanced',
      key,
      loop: { completed, ...(done && { done }) },
      ...(output && { output: [child.cause?.loopCounter ?? 0, output] }),
    });
  },
  childEnded(turn, node, self, { how }) {
    const { terminated, done } = loopOf(self);
    if (how === 'terminated')
      turn.emit({ type: 'loop-advanced', key: self.key, loop: { terminated: terminated + 1 } });
    else if (done) return clearScope(turn, self.key);
    if (node.model.sequential && !loopOf(self).done) makeInstances(turn, node, self);
  },
  settled(turn, node, self) {
    const { started, done, total = 0 } = loopOf(self);
    if (!done && started < total) return;
    handOut(turn, node, self);
    turn.complete(self);
  },
};

/** How many there will be, and for what; a collection wins over a number (MI-2, MI-3). */
function evaluateItems(
  turn: Turn,
  { model }: BodyNode,
  { key }: ElementInstance,
): Pick<Loop, 'items'> & { total: number } {
  const { collection, cardinality = { fixed: '' } } = model;
  if (!collection) return { total: integer(turn, cardinality, key, { from: 0, to: MOST }) };
  const items = turn.evaluate(collection, key);
  const list = itemsIn(items);
  return list
    ? { total: list.length, items }
    : fail(`Expected the input collection to be a list, but it is ${items}`);
}

/** The next one of a sequence, or the next portion of those side by side (MI-5 to MI-7). */
function makeInstances(turn: Turn, node: BodyNode, self: ElementInstance): void {
  const { key } = self;
  const { started, items = EMPTY_LIST, total = 0 } = loopOf(self);
  const { sequential, inputElement, outputElement } = node.model;
  const end = Math.min(total, started + (sequential ? 1 : PORTION));
  const [inner] = node.children;
  if (!inner || end === started) return;
  turn.emit({ type: 'loop-advanced', key, loop: { started: end } });
  const list = itemsIn(items) ?? [];
  for (let loopCounter = started + 1; loopCounter <= end; loopCounter++) {
    const locals = {
      loopCounter: toJsonText(loopCounter),
      ...(inputElement && { [inputElement]: list[loopCounter - 1] ?? NULL }),
      // What it will give stays with the instance until it is collected.
      ...outputPlace(outputElement, inputElement),
    };
    turn.activate(inner, key, { locals, cause: { loopCounter } });
  }
  if (!sequential && end < total) turn.goOn(self, end);
}

function outputPlace(output: Expression | undefined, input: string | undefined): Record<string, JsonText> {
  const source = output && 'source' in output && /^[\w.]+$/.test(output.source) ? output.source : '';
  const [name = ''] = source.split('.');
  return name === '' || name === input || name === 'loopCounter' ? {} : { [name]: NULL };
}

function handOut(turn: Turn, { model: { outputCollection } }: BodyNode, self: ElementInstance): void {
  if (outputCollection) propagate(turn, self.scopeKey, { [outputCollection]: outputsOf(loopOf(self)) });
}

function loopOf({ loop }: ElementInstance): Loop {
  return loop ?? { started: 0, completed: 0, terminated: 0 };
}
