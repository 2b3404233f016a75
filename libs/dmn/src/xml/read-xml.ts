import { Parser } from 'saxen';
import type { Place } from '../model/dmn-model.ts';
import { TagPlaces } from './tag-places.ts';
import type { XmlElement } from './xml-element.ts';

const MAX_DEPTH = 300;
const MAX_LENGTH = 8_000_000;

/** Says where a text stops being XML. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/**
 * Reads an XML document into elements. There are no entities but the five of XML and characters by number, and
 * nothing outside the text is ever read.
 *
 * @throws XmlFault
 */
export function readXml(xml: string): XmlElement {
  if (xml.length > MAX_LENGTH) throw new XmlFault('Expected a document of at most 8 MB.', 1, 1);
  const stack: OpenElement[] = [];
  let root: OpenElement | null = null;
  const places = new TagPlaces(xml);
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    const element = open(name, attributes(), decode, stack.at(-1)?.prefixes ?? new Map(), places.next());
    if (stack.length >= MAX_DEPTH)
      throw new XmlFault('Expected elements that nest less deeply.', element.line, element.column);
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closeTag', () => stack.pop());
  parser.on('text', (text, decode) => append(stack.at(-1), decode(text)));
  parser.on('cdata', (text) => append(stack.at(-1), text));
  parser.on('error', (error, context) => {
    const { line, column } = context();
    throw new XmlFault(`Expected well-formed XML, but: ${error.message}.`, line + 1, column + 1);
  });
  parser.parse(xml);
  if (root === null) throw new XmlFault('Expected an element, but there is none.', 1, 1);
  return root;
}

function append(element: OpenElement | undefined, text: string): void {
  if (element !== undefined) element.text += text;
}

function open(
  qualified: string,
  raw: Record<string, string> | boolean,
  decode: (text: string) => string,
  outer: ReadonlyMap<string, string>,
  place: Place,
): OpenElement {
  const attributes = new Map<string, string>();
  let prefixes = outer;
  for (const [name, value] of Object.entries(typeof raw === 'object' ? raw : {})) {
    const decoded = decode(value);
    attributes.set(name, decoded);
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      prefixes = new Map(prefixes).set(name.slice(6), decoded);
    }
  }
  const colon = qualified.indexOf(':');
  const prefix = colon < 0 ? '' : qualified.slice(0, colon);
  return {
    name: qualified.slice(colon + 1),
    namespace: prefixes.get(prefix) ?? '',
    attributes,
    children: [],
    text: '',
    ...place,
    prefixes,
  };
}
