import type { ImplicitThrow, MultiInstanceModel } from '@iter/engine-core';
import {
  bodyAt,
  definitionsOf,
  elementAt,
  elementsAt,
  extension,
  nameOf,
  type DiagramReader,
  type Source,
} from '../diagram-reader.ts';

/** The zeebe attributes; where they are absent the data references of the standard, by name (MI-23). */
export function multiInstanceModel(source: Source, reader: DiagramReader): MultiInstanceModel {
  const loop = elementAt(source, 'loopCharacteristics') as Source;
  const zeebe = extension(loop, 'zeebe:LoopCharacteristics');
  const named = (value: unknown, reference: string): string | undefined =>
    nameOf(value) ?? elementAt(loop, reference)?.name;
  return {
    sequential: loop.get('isSequential') === true,
    collection: reader.feel(
      source,
      zeebe?.get('inputCollection') ?? elementAt(loop, 'loopDataInputRef')?.name,
    ),
    cardinality: reader.feel(source, bodyAt(loop, 'loopCardinality')),
    inputElement: named(zeebe?.get('inputElement'), 'inputDataItem'),
    outputCollection: named(zeebe?.get('outputCollection'), 'loopDataOutputRef'),
    outputElement: reader.feel(
      source,
      zeebe?.get('outputElement') ?? elementAt(loop, 'outputDataItem')?.name,
    ),
    completionCondition: reader.feel(source, bodyAt(loop, 'completionCondition')),
    throws: throwsOf(source, loop, reader),
  };
}

/** `behavior` and the events it refers to (MI-14 to MI-18). */
function throwsOf(source: Source, loop: Source, reader: DiagramReader): ImplicitThrow[] {
  switch (loop.get('behavior')) {
    case 'None':
      return [implicitThrow('each', elementAt(loop, 'noneBehaviorEventRef'))];
    case 'One':
      return [implicitThrow('first', elementAt(loop, 'oneBehaviorEventRef'))];
    case 'Complex':
      return elementsAt(loop, 'complexBehaviorDefinition').flatMap((complex) => {
        const when = reader.feel(source, bodyAt(complex, 'condition'));
        const event = elementAt(complex, 'event');
        return when && event ? definitionsOf(event).map((definition) => implicitThrow(when, definition)) : [];
      });
    default:
      return [];
  }
}

/** Without a definition it is the nameless default signal. */
function implicitThrow(when: ImplicitThrow['when'], definition: Source | undefined): ImplicitThrow {
  const escalates = definition?.$type === 'bpmn:EscalationEventDefinition';
  const reference = elementAt(definition, escalates ? 'escalationRef' : 'signalRef');
  const name = reference?.get(escalates ? 'escalationCode' : 'name');
  return { when, what: escalates ? 'escalation' : 'signal', name: nameOf(name) ?? '' };
}
