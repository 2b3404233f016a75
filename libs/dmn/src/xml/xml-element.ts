/** An element of an XML document, as far as models need it. Places count from 1. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** The namespace the prefix stands for; empty where there is none. */
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly within the element. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Namespaces by their prefixes, where the element stands. */
  readonly prefixes: ReadonlyMap<string, string>;
}

export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? null;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === element.namespace);
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return childrenNamed(element, name)[0] ?? null;
}
