/** An XML file as the mutations see it: tags as they are written, and what lies between them. */
export interface XmlElement {
  tag: string;
  /** Raw values, still escaped. */
  attributes: [name: string, value: string][];
  children: (XmlElement | string)[];
}

const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*"([^"]*)"/g;

/** Reads a file that is well-formed, as all that the fuzzer starts from are. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { tag: '', attributes: [], children: [] };
  const open = [root];
  let from = 0;
  for (const match of xml.matchAll(PIECE)) {
    const top = open.at(-1) ?? root;
    if (match.index > from) top.children.push(xml.slice(from, match.index));
    from = match.index + match[0].length;
    const [piece, closing, tag, attributes = '', empty] = match;
    if (tag === undefined) top.children.push(piece);
    else if (closing === '/') open.pop();
    else {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']): [string, string] => [
        name,
        value,
      ]);
      const element: XmlElement = { tag, attributes: pairs, children: [] };
      top.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  root.children.push(xml.slice(from));
  return root;
}

export function writeXml(element: XmlElement): string {
  const inside = element.children
    .map((child) => (typeof child === 'string' ? child : writeXml(child)))
    .join('');
  if (element.tag === '') return inside;
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  return inside === ''
    ? `<${element.tag}${attributes}/>`
    : `<${element.tag}${attributes}>${inside}</${element.tag}>`;
}

/** Every element with the one it lies in. */
export function elementsIn(
  root: XmlElement,
): { readonly element: XmlElement; readonly parent: XmlElement }[] {
  const found: { element: XmlElement; parent: XmlElement }[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      found.push({ element: child, parent });
      walk(child);
    }
  };
  walk(root);
  return found;
}
