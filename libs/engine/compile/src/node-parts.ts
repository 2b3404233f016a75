import type { Listener, Mapping, Mappings } from '@iter/engine-core';
import {
  elementAt,
  elementsAt,
  extension,
  textAt,
  type DiagramReader,
  type Source,
} from './diagram-reader.ts';
import { headersIn, THREE } from './models/job.model.ts';

/** The parts that every element may have, read from its extensions. */

export function readMappings(source: Source, reader: DiagramReader): Mappings {
  const mapping = extension(source, 'zeebe:IoMapping');
  const read = (property: string): Mapping[] =>
    elementsAt(mapping, property).flatMap((one) => {
      const value = reader.text(source, one.get('source'));
      const [name, ...path] = textAt(one, 'target').split('.');
      return value && name ? [{ source: value, target: [name, ...path] as const }] : [];
    });
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
}

export function readListeners(source: Source, reader: DiagramReader): Listener[] {
  const listeners = ['zeebe:ExecutionListeners', 'zeebe:TaskListeners'].flatMap((type) =>
    elementsAt(extension(source, type), 'listeners'),
  );
  return listeners.flatMap((listener) => {
    const type = reader.text(source, listener.get('type'));
    const on = listenerEvents.find((event) => event === listener.get('eventType'));
    if (!type || !on) return [];
    const retries = reader.text(source, listener.get('retries')) ?? THREE;
    return [{ on, type, retries, headers: headersIn(elementAt(listener, 'headers')) }];
  });
}

/** `cancel` came after Camunda 8.9: there a canceled element has no execution listener. */
const listenerEvents = [
  'start',
  'end',
  'creating',
  'assigning',
  'updating',
  'completing',
  'canceling',
] as const satisfies readonly Listener['on'][];
