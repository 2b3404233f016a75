// oxlint-disable-next-line typescript/triple-slash-reference -- programs that read this file alone need the types too
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModdleElement } from '../moddle-element.ts';
import type { DiagramProblem } from '../problem.ts';
import { decodeXml } from './decode.ts';
import { type Place, type Places, placesOf } from './places.ts';

/** Largest file that is read, and how deep elements may lie in each other (DEP-31). */
export const MAX_XML_LENGTH = 10_000_000;
const DEEPEST_ELEMENT = 100;
/** The parser's time for a fault grows with the file: many faults in a large one are told without it. */
const MOST_FAULTS = 100;
const LARGE = 100_000;
/** Characters that the parser may go through to say in which lines unknown elements stand: about two seconds. */
const MOST_LOOKED_UP = 1_500_000_000;

/** A file that could be read. Its problems may still forbid to run it. */
export interface ParsedDiagram {
  readonly ok: true;
  readonly definitions: ModdleElement;
  readonly problems: readonly DiagramProblem[];
  readonly places: Places;
}
export interface UnreadableDiagram {
  readonly ok: false;
  readonly problems: readonly DiagramProblem[];
}

/** XML Schema also writes `true` as `1`, which the parser takes for false. */
const SHORT_TRUTH =
  /(\s(?:isExecutable|triggeredByEvent|isForCompensation|cancelActivity|isInterrupting|parallelMultiple|instantiate|isSequential|testBefore|cancelRemainingInstances|waitForCompletion)\s*=\s*)(["'])1\2/g;

const moddle = new BpmnModdle({ zeebe });
const localName = (property: string) => property.slice(property.indexOf(':') + 1);

/**
 * Reads a BPMN file of any vendor into a tree; extensions nobody declared are kept. What is not XML, not BPMN, or
 * refers to what is not there is a problem with its place, never an exception (DEP-1, DEP-2, DEP-31).
 *
 * @param source text, or the bytes of the file in UTF-8, UTF-16 or the encoding that its declaration names
 */
export async function parseBpmn(source: string | Uint8Array): Promise<ParsedDiagram | UnreadableDiagram> {
  const xml = typeof source === 'string' ? source : decodeXml(source);
  if (xml.length > MAX_XML_LENGTH) {
    return tooLarge(`Expected a file of at most ${MAX_XML_LENGTH} characters, but it has ${xml.length}`);
  }
  const places = placesOf(xml);
  // Time and stack of the parser grow with the depth; nothing that people draw comes near.
  if (places.deepest > DEEPEST_ELEMENT)
    return tooLarge(`Expected elements at most ${DEEPEST_ELEMENT} deep, but they are ${places.deepest} deep`);
  if (places.duplicates.length > MOST_FAULTS)
    return { ok: false, problems: places.duplicates.map(duplicateId) };
  const unknown = unknownIn(places);
  if (unknown * xml.length > MOST_LOOKED_UP)
    return tooLarge(`Expected elements of BPMN, but ${unknown} elements have names that it does not know`);
  if (places.brokenAt && xml.length > LARGE) return { ok: false, problems: [broken(places.brokenAt)] };
  try {
    const { rootElement, warnings, references } = await moddle.fromXML(
      xml.replace(SHORT_TRUTH, '$1$2true$2'),
    );
    const problems = [
      ...places.duplicates.map(duplicateId),
      ...warnings.filter(({ message }) => !isKept(message)).map(({ message }) => parserProblem(message)),
      ...dangling(references, places),
      ...imports(rootElement),
    ];
    return { ok: true, definitions: rootElement, problems, places };
  } catch (error) {
    const failure = error as Error & { warnings?: readonly { message: string }[] };
    const message = failure.warnings?.at(-1)?.message ?? failure.message;
    return { ok: false, problems: [parserProblem(message, failure.message)] };
  }
}

/** Names of elements that the parser knows, be it as a type or as a property of one. */
const KNOWN: ReadonlySet<string> = new Set(
  Object.values(moddle.registry.typeMap).flatMap(({ name, properties }) =>
    [name, ...properties.map((property) => property.name)]
      .map(localName)
      .flatMap((local) => [local, `${local.charAt(0).toLowerCase()}${local.slice(1)}`]),
  ),
);

function unknownIn({ names }: Places): number {
  return [...names].reduce((sum, [name, count]) => (KNOWN.has(name) ? sum : sum + count), 0);
}

function tooLarge(expected: string): UnreadableDiagram {
  return { ok: false, problems: [{ rule: 'DEP-31', severity: 'error', text: 'text', params: {}, expected }] };
}

function broken(place: Place): DiagramProblem {
  const reason = 'a tag without end';
  const expected = `Expected well-formed XML, but found: ${reason}`;
  return { rule: 'DEP-1', severity: 'error', text: 'unreadable', params: { reason }, expected, ...place };
}

/** Findings of the parser that are told otherwise (ids, references), or that forbid nothing (unknown elements). */
function isKept(message: string): boolean {
  return /duplicate ID|unresolved reference|unknown type|unrecognized element|unknown attribute|unsupported document encoding/i.test(
    message,
  );
}

function duplicateId({ id, place }: { id: string; place: Place }): DiagramProblem {
  const expected = `Expected every id once, but "${id}" is used again`;
  return {
    rule: 'DEP-1',
    severity: 'error',
    text: 'duplicate',
    elementId: id,
    expected,
    ...place,
    params: { id },
  };
}

function parserProblem(message: string, summary = message): DiagramProblem {
  const line = /line: (\d+)/.exec(message)?.[1];
  const column = /column: (\d+)/.exec(message)?.[1];
  const reason = /nested error: (.*)/.exec(message)?.[1] ?? summary.split('\n')[0] ?? '';
  const isBpmn = !/failed to parse document as/.test(summary);
  const expected = isBpmn
    ? `Expected well-formed XML, but found: ${reason}`
    : 'Expected a BPMN 2.0 file (root element "definitions"), but the root is another';
  const place = line === undefined ? {} : { line: Number(line) + 1, column: Number(column ?? 0) + 1 };
  const text = isBpmn ? 'unreadable' : 'other-root';
  return { rule: 'DEP-1', severity: 'error', text, params: { reason }, expected, ...place };
}

interface Reference {
  readonly element: ModdleElement;
  readonly property: string;
  readonly id: string;
}

/** References that found nothing. Those of the drawing harm nobody: what they drew is not shown. */
function dangling(references: readonly Reference[], places: Places): DiagramProblem[] {
  return references
    .filter(({ element, property }) => !isDrawing(element) && !hasTarget(element.get(localName(property))))
    .map(({ element, property, id }) => ({
      rule: 'DEP-1' as const,
      severity: 'error' as const,
      ...(element.id ? { elementId: element.id, ...places.ofId(element.id) } : {}),
      expected: `Expected "${localName(property)}" to name an element of the file, but there is no "${id}"`,
      text: 'dangling',
      params: { id },
    }));
}

const isDrawing = (element: ModdleElement) => /^(bpmndi|di|dc):/.test(element.$type);
/** A list holds only what was found; whether one of several is missing is told by the flow's own ends. */
const hasTarget = (value: unknown) =>
  Array.isArray(value) ? true : typeof value === 'object' && value !== null;

/** DEP-2: imported files are not loaded. */
function imports(definitions: ModdleElement): DiagramProblem[] {
  const found = (definitions.get('imports') ?? []) as readonly ModdleElement[];
  return found.map((element) => {
    const given = element.get('location');
    const location = typeof given === 'string' ? given : '';
    const expected = `Expected everything in one file, but it imports "${location}"`;
    return { rule: 'DEP-2', severity: 'error', text: 'text', expected, params: { location } };
  });
}
