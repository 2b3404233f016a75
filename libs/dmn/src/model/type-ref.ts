import { attribute, childNamed } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';

const FEEL_NAMESPACE = /\/FEEL\/?$/;

/**
 * The name of a type as an attribute or a child element gives it. In DMN 1.1 it is a qualified name, with a prefix
 * for the namespace of FEEL, which is dropped, or of an imported model, which becomes `{namespace}name`.
 */
export function typeRefOf(element: XmlElement, name = 'typeRef'): string | null {
  const child = childNamed(element, name);
  const written = (attribute(element, name) ?? child?.text ?? '').trim();
  if (written === '') return null;
  const colon = written.indexOf(':');
  if (colon < 0) return written;
  const namespace = (child ?? element).prefixes.get(written.slice(0, colon));
  const local = written.slice(colon + 1);
  return namespace === undefined || FEEL_NAMESPACE.test(namespace) ? local : `{${namespace}}${local}`;
}
