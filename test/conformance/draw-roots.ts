/** What stands beside the processes of a file: messages, signals, errors, data objects; each is written once. */
export class Roots {
  readonly nodes = new Map<string, string>();
  readonly data: string[] = [];

  /** `name` or `name/key`, the key an expression. */
  message(text: string): string {
    const [name = '', key] = text.split(/\/(.*)/s);
    const extension = key
      ? `<extensionElements><zeebe:subscription correlationKey="=${escape(key)}"/></extensionElements>`
      : '';
    return this.root('message', text, `name="${escape(name)}"`, extension);
  }

  root(kind: string, identity: string, attributes: string, inside = ''): string {
    const known = [...this.nodes.keys()];
    const key = `${kind} ${identity}`;
    const at = known.includes(key) ? known.indexOf(key) : known.length;
    const id = `${kind}_${at}`;
    if (!known.includes(key)) this.nodes.set(key, `<${kind} id="${id}" ${attributes}>${inside}</${kind}>`);
    return id;
  }
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
