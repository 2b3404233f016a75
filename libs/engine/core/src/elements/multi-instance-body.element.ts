import { asElements } from '../compile/event-definitions.ts';
import type { ElementSource, Sources } from '../compile/sources.ts';
import { throwImplicitly, type ImplicitThrow } from '../frame/implicit-throws.ts';
import { failed, integer, truthIn } from '../frame/values.ts';
import { propagate } from '../frame/variables.ts';
import { loopNumbersOf, outputsOf, overlay } from '../frame/views.ts';
import { clearScope } from '../frame/terminate.ts';
import type { Expression, Node } from '../graph/process-graph.ts';
import { EMPTY_LIST, itemsIn, NULL, toJsonText, type JsonText } from '../json-text.ts';
import type { ElementInstance, Key, Loop } from '../state/instance-state.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { defineElement } from './element.ts';

export interface MultiInstanceModel {
  readonly sequential: boolean;
  readonly collection: Expression | undefined;
  readonly cardinality: Expression | undefined;
  readonly inputElement: string | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: Expression | undefined;
  readonly completionCondition: Expression | undefined;
  readonly throws: readonly ImplicitThrow[];
}

/** Instances that are made in one step; the rest follows in further steps (MI-5). */
const PORTION = 500;
const MOST = 1_000_000;

/** Holds the instances of its activity, with its flows and boundaries (MI-1 to MI-23). */
export const multiInstanceBody = defineElement<MultiInstanceModel>({
  compile: compileMultiInstance,
  activate(turn, node, self) {
    const items = evaluateItems(turn, node.model, self.key);
    if (!items.ok) return items.failure;
    const { total, list } = items.value;
    const { sequential, outputCollection } = node.model;
    turn.emit({
      type: 'loop-advanced',
      key: self.key,
      loop: {
        started: 0,
        total,
        ...(sequential && { sequential }),
        ...(list && { items: list }),
        ...(outputCollection && { outputName: outputCollection }),
      },
    });
    if (total > 0) return makeInstances(turn, node, self);
    handOut(turn, node, self);
    turn.complete(self);
  },
  goOn: (turn, node, self) => makeInstances(turn, node, self),
  childCompleting(turn, node, self, child) {
    const { model } = node;
    const counted: Loop = { ...loopOf(self), completed: loopOf(self).completed + 1 };
    const output = model.outputElement && turn.evaluate(model.outputElement, child.key);
    if (output && !output.ok) return output.failure;
    const view = overlay(turn.variables(child.key), loopNumbersOf(counted));
    const done = model.completionCondition && truthIn(turn, model.completionCondition, view);
    if (done && !done.ok) return done.failure;
    const failure = throwImplicitly(turn, self, model.throws, {
      view,
      numbers: loopNumbersOf(counted),
      first: counted.completed === 1,
    });
    if (failure) return failure;
    turn.emit({
      type: 'loop-advanced',
      key: self.key,
      loop: { completed: counted.completed, ...(done?.value && { done: true }) },
      ...(output && { output: [child.cause?.loopCounter ?? 0, output.value] }),
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
});

function compileMultiInstance(source: ElementSource, sources: Sources): MultiInstanceModel {
  const loop = source.get('loopCharacteristics') as ElementSource;
  const zeebe = sources.extension(loop, 'zeebe:LoopCharacteristics');
  const body = (property: string): unknown => (loop.get(property) as ElementSource | undefined)?.get('body');
  const name = (reference: string): string | undefined =>
    (loop.get(reference) as ElementSource | undefined)?.name;
  const named = (value: unknown, reference: string): string | undefined =>
    typeof value === 'string' && value !== '' ? value : name(reference);
  const input = name('loopDataInputRef');
  const output = name('outputDataItem');
  return {
    sequential: loop.get('isSequential') === true,
    collection: sources.feel(source, zeebe?.get('inputCollection') ?? input),
    cardinality: sources.feel(source, body('loopCardinality')),
    inputElement: named(zeebe?.get('inputElement'), 'inputDataItem'),
    outputCollection: named(zeebe?.get('outputCollection'), 'loopDataOutputRef'),
    outputElement: sources.feel(source, zeebe?.get('outputElement') ?? output),
    completionCondition: sources.feel(source, body('completionCondition')),
    throws: compileThrows(source, loop, sources),
  };
}

/** `behavior` and the events it refers to (MI-14 to MI-18). */
function compileThrows(source: ElementSource, loop: ElementSource, sources: Sources): ImplicitThrow[] {
  const behavior = loop.get('behavior');
  if (behavior === 'None')
    return [{ when: 'each', definition: loop.get('noneBehaviorEventRef') as ElementSource | undefined }];
  if (behavior === 'One')
    return [{ when: 'first', definition: loop.get('oneBehaviorEventRef') as ElementSource | undefined }];
  if (behavior !== 'Complex') return [];
  return asElements(loop.get('complexBehaviorDefinition')).flatMap((complex) => {
    const condition = sources.feel(
      source,
      (complex.get('condition') as ElementSource | undefined)?.get('body'),
    );
    const event = complex.get('event') as ElementSource | undefined;
    return condition
      ? asElements(event?.get('eventDefinitions')).map((definition) => ({ when: condition, definition }))
      : [];
  });
}

/** How many there will be, and for what; a collection wins over a number (MI-2, MI-3). */
function evaluateItems(
  turn: Turn,
  { collection, cardinality }: MultiInstanceModel,
  scopeKey: Key,
): Result<{ readonly total: number; readonly list: JsonText | undefined }> {
  if (!collection) {
    const total = integer(turn, cardinality ?? { fixed: '' }, scopeKey, { from: 0, to: MOST });
    return total.ok ? { ok: true, value: { total: total.value, list: undefined } } : total;
  }
  const list = turn.evaluate(collection, scopeKey);
  if (!list.ok) return list;
  const items = itemsIn(list.value);
  return items
    ? { ok: true, value: { total: items.length, list: list.value } }
    : failed(`Expected the input collection to be a list, but it is ${list.value}`);
}

/** The next one of a sequence, or the next portion of those side by side (MI-5 to MI-7). */
function makeInstances(turn: Turn, node: Node<MultiInstanceModel>, self: ElementInstance): void {
  const { started, items, total = 0 } = loopOf(self);
  const list = itemsIn(items ?? EMPTY_LIST) ?? [];
  const { sequential, inputElement, outputElement } = node.model;
  const end = Math.min(total, started + (sequential ? 1 : PORTION));
  const [inner] = node.children;
  if (!inner || end === started) return;
  turn.emit({ type: 'loop-advanced', key: self.key, loop: { started: end } });
  for (let index = started + 1; index <= end; index++) {
    const item = list[index - 1];
    const locals = {
      loopCounter: toJsonText(index),
      ...(inputElement && { [inputElement]: item ?? NULL }),
      // What it will give stays with the instance until it is collected.
      ...outputPlace(outputElement, inputElement),
    };
    turn.activate(inner, self.key, { locals, cause: { loopCounter: index } });
  }
  if (!sequential && end < total) turn.goOn(self, end);
}

function outputPlace(output: Expression | undefined, input: string | undefined): Record<string, JsonText> {
  const [name] =
    output && 'source' in output && /^[\w.]+$/.test(output.source) ? output.source.split('.') : [];
  return name === undefined || name === input || name === 'loopCounter' ? {} : { [name]: NULL };
}

function handOut(turn: Turn, node: Node<MultiInstanceModel>, self: ElementInstance): void {
  const { outputCollection } = node.model;
  if (outputCollection) propagate(turn, self.scopeKey, { [outputCollection]: outputsOf(loopOf(self)) });
}

function loopOf({ loop }: ElementInstance): Loop {
  return loop ?? { started: 0, completed: 0, terminated: 0 };
}
