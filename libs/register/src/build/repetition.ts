import type { Repeat } from '../notation/flow.ts';
import type { BuildContext } from './build-context.ts';
import type { ModdleObject } from './moddle.ts';
import type { Mapping } from './zeebe.ts';

/**
 * The multi-instance of a repeated step (BPMN 2.0.2 §13.3.7).
 *
 * @param answered variables that are set within one round; collected as they are where the sheet names no value
 */
export function repetition(
  repeat: Repeat | undefined,
  answered: readonly string[],
  { create, zeebe }: BuildContext,
): ModdleObject | undefined {
  if (repeat === undefined) return undefined;
  const { element, list, sequential, collect, until } = repeat;
  const all = [element, ...answered].map((name) => `${name}: ${name}`).join(', ');
  return create('bpmn:MultiInstanceLoopCharacteristics', {
    ...(sequential ? { isSequential: true } : {}),
    ...(until === undefined ? {} : { completionCondition: create('bpmn:FormalExpression', { body: until }) }),
    extensionElements: zeebe.extensions([
      zeebe.element('LoopCharacteristics', {
        inputCollection: list,
        inputElement: element,
        ...(collect === undefined
          ? {}
          : { outputCollection: collect.into, outputElement: collect.value ?? `={${all}}` }),
      }),
    ]),
  });
}

/** Each round has its own answers: what it sets starts empty in it, and does not leave it. */
export function repetitionInputs(repeat: Repeat | undefined, answered: readonly string[]): Mapping[] {
  return repeat === undefined ? [] : answered.map((target) => ({ source: '=null', target }));
}
