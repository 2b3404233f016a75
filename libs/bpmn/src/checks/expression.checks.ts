import { checkExpression, type FeelCheck, type FeelProblem } from '@iter/feel';
import type { ModdleElement } from '../moddle-element.ts';
import {
  type Check,
  type Diagram,
  called,
  eventDefinitions,
  extensions,
  is,
  list,
  ref,
  text,
} from './diagram.ts';

/** An expression, where it stands, and whether it is one without a leading `=` too. */
interface Found {
  readonly owner: ModdleElement;
  readonly source: string;
  readonly always: boolean;
  /** Its value must be true or false. */
  readonly condition: boolean;
  readonly language: string | undefined;
  /** Name of the property, for the message. */
  readonly at: string;
}

/** Attributes of zeebe extensions that are FEEL, or FEEL with a leading `=`. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'zeebe:AssignmentDefinition': ['assignee', 'candidateGroups', 'candidateUsers'],
  'zeebe:TaskSchedule': ['dueDate', 'followUpDate'],
  'zeebe:PriorityDefinition': ['priority'],
  'zeebe:TaskDefinition': ['type', 'retries'],
  'zeebe:CalledElement': ['processId'],
  'zeebe:CalledDecision': ['decisionId'],
  'zeebe:FormDefinition': ['formId', 'externalReference'],
  'zeebe:LoopCharacteristics': ['inputCollection', 'outputElement'],
  'zeebe:Subscription': ['correlationKey'],
  'zeebe:Script': ['expression'],
  'zeebe:AdHoc': ['activeElementsCollection', 'outputElement'],
};
/** Of these the leading `=` may be missing. */
const ALWAYS = new Set([
  'inputCollection',
  'outputElement',
  'expression',
  'activeElementsCollection',
  'correlationKey',
]);

/** Bodies whose value must be true or false. */
const CONDITIONS = new Set([
  'conditionExpression',
  'activationCondition',
  'completionCondition',
  'condition',
  'loopCondition',
]);

/**
 * DEP-8: every expression is FEEL and parses. WARN-20: what Camunda 8 does not know. WARN-21: a condition that can
 * never be true or false, which would be an incident (SF-7).
 */
export const expressions: Check = (diagram) => {
  const { elements, definitions } = diagram;
  const roots = list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Message'));
  for (const found of [...elements, ...roots].flatMap(expressionsOf)) checkOne(found, diagram);
};

function checkOne(found: Found, { report }: Diagram): void {
  const { owner, source, always, condition, language, at } = found;
  if (isForeign(language) || /^\s*[$#]\{/.test(source)) {
    const expected = `Expected FEEL in ${at} of ${called(owner)}, but found another language`;
    report(owner, { rule: 'DEP-8', text: 'language' }, expected, { at, source });
    return;
  }
  if (!always && !source.startsWith('=')) return;
  const check = checkExpression(source.replace(/^=/, ''));
  for (const problem of check.problems) {
    const reason = `${problem.message} (${problem.line}:${problem.column})`;
    const expected = `Expected FEEL in ${at} of ${called(owner)}, but "${source}" does not parse: ${reason}`;
    report(owner, { rule: 'DEP-8', text: textOf(problem) }, expected, { at, reason, ...placeOf(problem) });
  }
  for (const what of foreignTo(check)) {
    const expected = `Expected FEEL of Camunda 8 in ${at} of ${called(owner)}, but found ${what}`;
    report(owner, { rule: 'WARN-20', text: 'feel' }, expected, { at, what });
  }
  if (condition && !check.mayBeBoolean) {
    const expected = `Expected ${at} of ${called(owner)} to be true or false, but it never is`;
    report(owner, 'WARN-21', expected, { at, source });
  }
}

/** The text of the dictionary that tells of the fault; where the expression just ends there is nothing to show. */
function textOf({ code, found }: FeelProblem): string {
  return code === 'SYNTAX' && found === '' ? 'END' : code;
}

function placeOf({ found, line, column }: FeelProblem): { found: string; line: number; column: number } {
  return { found, line, column };
}

/** Each thing once. */
function foreignTo(check: FeelCheck): Set<string> {
  return new Set(check.notPortable.map(({ what }) => what));
}

/** A language other than FEEL that is named; the default of old modelers is XPath, meaning nothing. */
function isForeign(language: string | undefined): boolean {
  return language !== undefined && !/feel/i.test(language) && !/XPath/i.test(language);
}

function expressionsOf(element: ModdleElement): Found[] {
  return [...ofStandard(element), ...ofExtensions(element, element), ...ofLoop(element)];
}

function ofStandard(element: ModdleElement): Found[] {
  if (is(element, 'bpmn:SequenceFlow')) return body(element, element, 'conditionExpression', true);
  const own = [
    ...body(element, element, 'activationCondition', true),
    ...body(element, element, 'completionCondition', true),
  ];
  for (const definition of eventDefinitions(element)) {
    own.push(...body(element, definition, 'condition', true));
    for (const timer of ['timeDate', 'timeDuration', 'timeCycle'])
      own.push(...body(element, definition, timer, false));
  }
  return own;
}

function ofLoop(activity: ModdleElement): Found[] {
  const loop = is(activity, 'bpmn:Activity') ? ref(activity, 'loopCharacteristics') : undefined;
  if (!loop) return [];
  const conditions = ['loopCondition', 'loopCardinality', 'completionCondition'];
  return [...conditions.flatMap((name) => body(activity, loop, name, true)), ...ofExtensions(activity, loop)];
}

function ofExtensions(owner: ModdleElement, element: ModdleElement): Found[] {
  const mappings = extensions(element, 'zeebe:IoMapping').flatMap((mapping) =>
    ['inputParameters', 'outputParameters'].flatMap((name) => list(mapping, name)),
  );
  const attributes = Object.entries(ATTRIBUTES).flatMap(([type, names]) =>
    extensions(element, type).flatMap((extension) =>
      names.flatMap((name) => attribute(owner, extension, name)),
    ),
  );
  return [...attributes, ...mappings.flatMap((mapping) => attribute(owner, mapping, 'source'))];
}

function attribute(owner: ModdleElement, extension: ModdleElement, name: string): Found[] {
  const source = text(extension, name);
  const always = ALWAYS.has(name);
  return source ? [{ owner, source, always, condition: false, language: undefined, at: name }] : [];
}

function body(owner: ModdleElement, holder: ModdleElement, name: string, always: boolean): Found[] {
  const expression = holder.get(name) as ModdleElement | undefined;
  if (typeof expression !== 'object' || expression === null) return [];
  const source = text(expression, 'body');
  const condition = CONDITIONS.has(name);
  return source
    ? [{ owner, source, always, condition, language: text(expression, 'language'), at: name }]
    : [];
}
