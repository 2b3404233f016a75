/** A piece of XML before it is written: attributes that are undefined are left out. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children: readonly (XmlNode | string)[];
}

export function xml(
  tag: string,
  attributes: XmlNode['attributes'] = {},
  children: readonly (XmlNode | string | undefined)[] = [],
): XmlNode {
  return { tag, attributes, children: children.filter((child) => child !== undefined) };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

export function writeXml(node: XmlNode, indent = ''): string {
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (node.children.length === 0) return `${indent}<${node.tag}${attributes} />`;
  // Text is never indented: white space would become part of an expression.
  if (node.children.every((child) => typeof child === 'string')) {
    return `${indent}<${node.tag}${attributes}>${node.children.map(escapeXml).join('')}</${node.tag}>`;
  }
  const inner = node.children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escapeXml(child)}` : writeXml(child, `${indent}  `),
  );
  return [`${indent}<${node.tag}${attributes}>`, ...inner, `${indent}</${node.tag}>`].join('\n');
}
