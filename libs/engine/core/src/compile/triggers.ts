import type { ConditionFilter, Expression, TriggerSpec } from '../graph/process-graph.ts';
import type { ElementSource, Sources } from './sources.ts';

type TriggerReader = (definition: ElementSource, event: ElementSource, sources: Sources) => TriggerSpec;

/** Event definitions that are waited for or searched when thrown. */
const readers: Readonly<Record<string, TriggerReader>> = {
  'bpmn:TimerEventDefinition'(definition, event, sources) {
    for (const [property, timer] of [
      ['timeDate', 'date'],
      ['timeDuration', 'duration'],
      ['timeCycle', 'cycle'],
    ] as const) {
      const body = (definition.get(property) as ElementSource | undefined)?.get('body');
      const value = sources.text(event, body);
      if (value) return { on: 'timer', timer, value };
    }
    return { on: 'timer', timer: 'duration', value: { fixed: '' } };
  },
  'bpmn:MessageEventDefinition': (definition, event, sources) =>
    messageTrigger(definition.get('messageRef') as ElementSource | undefined, event, sources),
  'bpmn:SignalEventDefinition': (definition, event, sources) => ({
    on: 'signal',
    name: named(definition.get('signalRef'), 'name', event, sources) ?? { fixed: '' },
  }),
  'bpmn:ConditionalEventDefinition'(definition, event, sources) {
    const body = (definition.get('condition') as ElementSource | undefined)?.get('body');
    return {
      on: 'condition',
      test: sources.feel(event, body) ?? { fixed: '' },
      filter: filterOf(sources.extension(definition, 'zeebe:ConditionalFilter')),
    };
  },
  'bpmn:ErrorEventDefinition': (definition, event, sources) => ({
    on: 'error',
    code: named(definition.get('errorRef'), 'errorCode', event, sources),
  }),
  'bpmn:EscalationEventDefinition': (definition, event, sources) => ({
    on: 'escalation',
    code: named(definition.get('escalationRef'), 'escalationCode', event, sources),
  }),
  'bpmn:CompensateEventDefinition': () => ({ on: 'compensation' }),
  'bpmn:CancelEventDefinition': () => ({ on: 'cancel' }),
};

/** What an event definition waits for; nothing for links and terminate (EV-6). */
export function triggerOf(
  definition: ElementSource,
  event: ElementSource,
  sources: Sources,
): TriggerSpec | undefined {
  return readers[definition.$type]?.(definition, event, sources);
}

/** A message to wait for: by its name and the key of its subscription (MSG-1). */
export function messageTrigger(
  message: ElementSource | undefined,
  catcher: ElementSource,
  sources: Sources,
): TriggerSpec {
  const subscription = message && sources.extension(message, 'zeebe:Subscription');
  return {
    on: 'message',
    name: sources.text(catcher, message?.get('name')) ?? { fixed: '' },
    correlationKey: sources.feel(catcher, subscription?.get('correlationKey')),
  };
}

function named(
  reference: unknown,
  property: string,
  event: ElementSource,
  sources: Sources,
): Expression | undefined {
  return sources.text(event, (reference as ElementSource | undefined)?.get(property));
}

function filterOf(filter: ElementSource | undefined): ConditionFilter | undefined {
  if (!filter) return undefined;
  const changes = listed(filter.get('variableEvents'))?.filter((one) => one === 'create' || one === 'update');
  return { names: listed(filter.get('variableNames')), changes };
}

function listed(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.split(',').map((one) => one.trim());
}
