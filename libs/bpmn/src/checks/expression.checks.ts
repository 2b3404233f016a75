import { compileExpression } from '@iter/feel';
import type { ModdleElement } from '../moddle-element.ts';
import { type Check, called, eventDefinitions, extensions, is, list, ref, text } from './diagram.ts';

/** An expression, where it stands, and whether it is one without a leading `=` too. */
interface Found {
  readonly owner: ModdleElement;
  readonly source: string;
  readonly always: boolean;
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

/** DEP-8: every expression is FEEL and parses. */
export const expressions: Check = ({ elements, definitions, report }) => {
  const roots = list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Message'));
  for (const { owner, source, always, language, at } of [...elements, ...roots].flatMap(expressionsOf)) {
    if (isForeign(language) || /^\s*[$#]\{/.test(source)) {
      report(owner, 'DEP-8', `Expected FEEL in ${at} of ${called(owner)}, but found another language`, {
        at,
        reason: source,
      });
      continue;
    }
    if (!always && !source.startsWith('=')) continue;
    const compiled = compileExpression(source.replace(/^=/, ''));
    if (compiled.ok) continue;
    const [problem] = compiled.problems;
    const reason = problem ? `${problem.message} (${problem.line}:${problem.column})` : '';
    report(
      owner,
      'DEP-8',
      `Expected FEEL in ${at} of ${called(owner)}, but "${source}" does not parse: ${reason}`,
      { at, reason },
    );
  }
};

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
  return source ? [{ owner, source, always: ALWAYS.has(name), language: undefined, at: name }] : [];
}

function body(owner: ModdleElement, holder: ModdleElement, name: string, always: boolean): Found[] {
  const expression = holder.get(name) as ModdleElement | undefined;
  if (typeof expression !== 'object' || expression === null) return [];
  const source = text(expression, 'body');
  return source ? [{ owner, source, always, language: text(expression, 'language'), at: name }] : [];
}
