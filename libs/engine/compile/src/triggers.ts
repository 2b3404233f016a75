import type { ConditionFilter, TriggerSpec } from '@iter/engine-core';
import { bodyAt, elementAt, extension, type DiagramReader, type Source } from './diagram-reader.ts';
import { messageTrigger } from './models/message.model.ts';

type TriggerReader = (definition: Source, event: Source, reader: DiagramReader) => TriggerSpec;

/** Event definitions that are waited for or searched when thrown. */
const readers: Readonly<Record<string, TriggerReader>> = {
  'bpmn:TimerEventDefinition'(definition, event, reader) {
    for (const [property, timer] of [
      ['timeDate', 'date'],
      ['timeDuration', 'duration'],
      ['timeCycle', 'cycle'],
    ] as const) {
      const value = reader.text(event, bodyAt(definition, property));
      if (value) return { on: 'timer', timer, value };
    }
    return { on: 'timer', timer: 'duration', value: { fixed: '' } };
  },
  'bpmn:MessageEventDefinition': (definition, event, reader) =>
    messageTrigger(elementAt(definition, 'messageRef'), event, reader),
  'bpmn:SignalEventDefinition': (definition, event, reader) => ({
    on: 'signal',
    name: reader.text(event, elementAt(definition, 'signalRef')?.get('name')) ?? { fixed: '' },
  }),
  'bpmn:ConditionalEventDefinition': (definition, event, reader) => ({
    on: 'condition',
    test: reader.feel(event, bodyAt(definition, 'condition')) ?? { fixed: '' },
    filter: filterOf(extension(definition, 'zeebe:ConditionalFilter')),
  }),
  'bpmn:ErrorEventDefinition': (definition, event, reader) => ({
    on: 'error',
    code: reader.text(event, elementAt(definition, 'errorRef')?.get('errorCode')),
  }),
  'bpmn:EscalationEventDefinition': (definition, event, reader) => ({
    on: 'escalation',
    code: reader.text(event, elementAt(definition, 'escalationRef')?.get('escalationCode')),
  }),
  'bpmn:CompensateEventDefinition': () => ({ on: 'compensation' }),
  'bpmn:CancelEventDefinition': () => ({ on: 'cancel' }),
};

/** What an event definition waits for; nothing for links and terminate (EV-6). */
export function triggerOf(definition: Source, event: Source, reader: DiagramReader): TriggerSpec | undefined {
  return readers[definition.$type]?.(definition, event, reader);
}

function filterOf(filter: Source | undefined): ConditionFilter | undefined {
  if (!filter) return undefined;
  const changes = listed(filter.get('variableEvents'))?.filter((one) => one === 'create' || one === 'update');
  return { names: listed(filter.get('variableNames')), changes };
}

function listed(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.split(',').map((one) => one.trim());
}
