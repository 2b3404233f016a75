/** What this library needs of a BPMN object model (bpmn-moddle): reading, setting and making elements. */
export interface Moddle {
  readonly $type: string;
  readonly id?: string;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
}

export type Create = (type: string, properties?: Record<string, unknown>) => Moddle;

export function list(element: Moddle, property: string): readonly Moddle[] {
  const value = element.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

export function reference(element: Moddle, property: string): Moddle | undefined {
  const value = element.get(property);
  return isModdle(value) ? value : undefined;
}

export function text(element: Moddle, property: string): string {
  const value = element.get(property);
  return typeof value === 'string' ? value : '';
}

export function idOf(element: Moddle): string {
  if (element.id === undefined) throw new Error(`Expected an id on a ${element.$type}, but found none`);
  return element.id;
}

function isModdle(value: unknown): value is Moddle {
  return typeof value === 'object' && value !== null && '$type' in value;
}
