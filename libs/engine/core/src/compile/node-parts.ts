import { readHeaders } from '../frame/jobs.ts';
import type { Listener, Mapping, Mappings, Property } from '../graph/process-graph.ts';
import { asElements, textAt } from './event-definitions.ts';
import { propertiesOf } from './make-sources.ts';
import type { ElementSource, Sources } from './sources.ts';

/** The parts that every element may have, read from its extensions. */

export function readMappings(source: ElementSource, sources: Sources): Mappings {
  const mapping = sources.extension(source, 'zeebe:IoMapping');
  const read = (property: string): Mapping[] =>
    asElements(mapping?.get(property)).flatMap((one) => {
      const value = sources.text(source, one.get('source'));
      const [name, ...path] = textAt(one, 'target').split('.');
      return value && name ? [{ source: value, target: [name, ...path] as const }] : [];
    });
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
}

export function readListeners(source: ElementSource, sources: Sources): Listener[] {
  const listeners = ['zeebe:ExecutionListeners', 'zeebe:TaskListeners'].flatMap((type) =>
    asElements(sources.extension(source, type)?.get('listeners')),
  );
  return listeners.flatMap((listener) => {
    const type = sources.text(source, listener.get('type'));
    const on = listenerEvents.find((event) => event === listener.get('eventType'));
    if (!type || !on) return [];
    const retries = sources.text(source, listener.get('retries')) ?? { fixed: '3' };
    const headers = listener.get('headers') as ElementSource | undefined;
    return [{ on, type, retries, headers: readHeaders(headers?.get('values')) }];
  });
}

const listenerEvents = [
  'start',
  'end',
  'cancel',
  'creating',
  'assigning',
  'updating',
  'completing',
  'canceling',
] as const satisfies readonly Listener['on'][];

export function readProperties(source: ElementSource): Property[] {
  return propertiesOf(source).map((property) => ({
    name: textAt(property, 'name'),
    value: textAt(property, 'value'),
  }));
}
