import type { Throw, ThrowModel } from '@iter/engine-core';
import { definitionsOf, elementAt, textAt, type DiagramReader, type Source } from '../diagram-reader.ts';
import { declaredJob } from './job.model.ts';
import { publicationModel } from './message.model.ts';

type ThrowReader = (definition: Source, event: Source, reader: DiagramReader) => Throw;

/** Event definitions that are thrown, in document order (MUL-3). */
export function throwModel(event: Source, reader: DiagramReader): ThrowModel {
  return {
    throws: definitionsOf(event).flatMap(
      (definition) => readers[definition.$type]?.(definition, event, reader) ?? [],
    ),
  };
}

const readers: Readonly<Record<string, ThrowReader>> = {
  'bpmn:MessageEventDefinition': (definition, event, reader) => ({
    what: 'message',
    by:
      declaredJob(event, reader) ??
      declaredJob(definition, reader) ??
      publicationModel(elementAt(definition, 'messageRef'), event, reader),
  }),
  'bpmn:SignalEventDefinition': (definition, event, reader) => ({
    what: 'signal',
    name: reader.text(event, elementAt(definition, 'signalRef')?.get('name')) ?? NONE,
  }),
  'bpmn:ErrorEventDefinition': (definition, event, reader) => ({
    what: 'error',
    code: reader.text(event, elementAt(definition, 'errorRef')?.get('errorCode')) ?? NONE,
  }),
  'bpmn:EscalationEventDefinition': (definition, event, reader) => ({
    what: 'escalation',
    code: reader.text(event, elementAt(definition, 'escalationRef')?.get('escalationCode')) ?? NONE,
  }),
  'bpmn:LinkEventDefinition': (definition) => ({ what: 'link', name: textAt(definition, 'name') }),
  'bpmn:CompensateEventDefinition': (definition) => ({
    what: 'compensation',
    activity: elementAt(definition, 'activityRef')?.id,
    waits: definition.get('waitForCompletion') !== false,
  }),
  'bpmn:CancelEventDefinition': () => ({ what: 'cancel' }),
  'bpmn:TerminateEventDefinition': () => ({ what: 'terminate' }),
};

const NONE = { fixed: '' };
