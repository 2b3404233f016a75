import type { ElementSource } from './sources.ts';

/** Own and referenced definitions of an event, in document order (EV-11). */
export function definitionsOf(event: ElementSource): readonly ElementSource[] {
  const own = event.get('eventDefinitions');
  const referenced = event.get('eventDefinitionRef');
  return [...asElements(own), ...asElements(referenced)];
}

export function asElements(value: unknown): readonly ElementSource[] {
  return Array.isArray(value) ? (value as readonly ElementSource[]) : [];
}

/** An attribute that is text; empty where it is missing. */
export function textAt(source: ElementSource, property: string): string {
  const value = source.get(property);
  return typeof value === 'string' ? value : '';
}
