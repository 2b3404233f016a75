import { parseTemporal } from '@iter/feel';
import { fromJson } from '@iter/feel';
import type { FeelValue } from '@iter/feel';
import { Parser } from 'saxen';

/** One expected result of a case of the kit. */
export interface ExpectedResult {
  readonly name: string;
  readonly value: FeelValue;
}

/** One case of the kit: inputs, and what they must come to. */
export interface TckCase {
  readonly id: string;
  /** The decision service or knowledge model to invoke, where it is not a decision. */
  readonly invocable: string | null;
  readonly inputs: ReadonlyMap<string, FeelValue>;
  readonly results: readonly ExpectedResult[];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads a file of test cases (the kit's `testcase` schema). */
export function readTestCases(xml: string): readonly TckCase[] {
  return all(parse(xml), 'testCase').map((testCase) => ({
    id: testCase.attributes['id'] ?? '',
    invocable: testCase.attributes['invocableName'] ?? null,
    inputs: inputsOf(testCase),
    results: all(testCase, 'resultNode').map((result) => ({
      name: result.attributes['name'] ?? '',
      value: valueOf(first(result, 'expected')),
    })),
  }));
}

/** An input of another namespace is known by its qualified name as well. */
function inputsOf(testCase: Element): Map<string, FeelValue> {
  const inputs = new Map<string, FeelValue>();
  for (const input of all(testCase, 'inputNode')) {
    const { name = '', namespace } = input.attributes;
    const value = valueOf(input);
    inputs.set(name, value);
    if (namespace !== undefined) inputs.set(`{${namespace}}${name}`, value);
  }
  return inputs;
}

/** The value that an element holds: a list, components, or a single value. */
function valueOf(element: Element | undefined): FeelValue {
  const list = element === undefined ? undefined : first(element, 'list');
  if (list !== undefined) return isNil(list) ? null : all(list, 'item').map(valueOf);
  const components = element === undefined ? [] : all(element, 'component');
  if (components.length > 0) {
    return new Map(components.map((component) => [component.attributes['name'] ?? '', valueOf(component)]));
  }
  const value = element === undefined ? undefined : first(element, 'value');
  return value === undefined || isNil(value) ? null : typedValue(value);
}

function isNil(element: Element): boolean {
  return element.attributes['xsi:nil'] === 'true';
}

function typedValue(element: Element): FeelValue {
  const type = (element.attributes['xsi:type'] ?? '').replace(/^.*:/, '');
  const text = element.text;
  switch (type) {
    case 'boolean':
      return text.trim() === 'true';
    case 'decimal':
    case 'double':
    case 'float':
    case 'int':
    case 'integer':
    case 'long':
      return numberOf(text.trim());
    case 'date':
    case 'time':
    case 'dateTime':
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return parseTemporal(text.trim()) ?? text;
    default:
      return text;
  }
}

/** JSON is stricter than XML about zeros, points and signs; what is no number stays a text. */
function numberOf(text: string): FeelValue {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return text;
  return fromJson(
    text
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.(?!\d)/, '')
      .replace(/^(-?)0+(?=\d)/, '$1'),
  );
}

function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

function first(element: Element, name: string): Element | undefined {
  return all(element, name)[0];
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    const raw = attributes();
    const entries =
      typeof raw === 'object' ? Object.entries(raw).map(([key, value]) => [key, decode(value)]) : [];
    const element: Element = {
      name: name.replace(/^.*:/, ''),
      attributes: Object.fromEntries(entries) as Record<string, string>,
      children: [],
      text: '',
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closeTag', () => stack.pop());
  parser.on('text', (text, decode) => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += decode(text);
  });
  parser.on('cdata', (text) => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  return root.children[0] ?? root;
}
