/**
 * An element of a parsed diagram as bpmn-moddle makes it, reduced to what readers need. Properties are read by
 * `get`, which also knows namespaces and defaults; references are resolved to the elements themselves.
 */
export interface ModdleElement {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly $parent?: ModdleElement;
  /** Attributes of namespaces nobody declared a model for. */
  readonly $attrs: Readonly<Record<string, string>>;
  readonly $instanceOf: (type: string) => boolean;
  get(property: string): unknown;
}
