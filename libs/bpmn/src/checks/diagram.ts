import type { ModdleElement } from '../moddle-element.ts';
import type { Places } from '../parse/places.ts';
import { type DiagramProblem, type RuleId, severityOf } from '../problem.ts';

/** Kinds that hold flow nodes of their own. */
const SCOPES = ['bpmn:Process', 'bpmn:SubProcess'];

/** A parsed file as the checks read it: processes, nodes and flows by themselves, and where to report to. */
export interface Diagram {
  readonly definitions: ModdleElement;
  /** Processes that may run: `isExecutable` true or absent (WARN-1). */
  readonly processes: readonly ModdleElement[];
  /** Every flow node of those processes, inner ones too. */
  readonly nodes: readonly ModdleElement[];
  readonly flows: readonly ModdleElement[];
  /** Flow nodes, flows and data of the processes, and the processes themselves. */
  readonly elements: readonly ModdleElement[];
  /** By the flows' own ends; what nodes say of their flows is not needed (WARN-2). */
  incoming(node: ModdleElement): readonly ModdleElement[];
  outgoing(node: ModdleElement): readonly ModdleElement[];
  /** The nodes that lie in a scope itself, not in one inside. */
  inside(scope: ModdleElement): readonly ModdleElement[];
  /** The boundary events of an activity. */
  boundariesOf(activity: ModdleElement): readonly ModdleElement[];
  report(
    element: ModdleElement | undefined,
    rule: RuleId | RuleVariant,
    expected: string,
    params?: DiagramProblem['params'],
  ): void;
}

/** A rule and which of its texts in the dictionary. */
export interface RuleVariant {
  readonly rule: RuleId;
  readonly text: string;
}

/** A family of rules: reads the diagram and reports what breaks them. */
export type Check = (diagram: Diagram) => void;

export const is = (element: ModdleElement | undefined, type: string): boolean =>
  element?.$instanceOf(type) ?? false;

export const list = (element: ModdleElement | undefined, property: string): readonly ModdleElement[] =>
  (element?.get(property) ?? []) as readonly ModdleElement[];

/** The element a property holds or names; a text in its place is none. */
export const ref = (element: ModdleElement | undefined, property: string): ModdleElement | undefined => {
  const value = element?.get(property);
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
};

export const text = (element: ModdleElement | undefined, property: string): string | undefined => {
  const value = element?.get(property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** Extension elements of a type, such as `zeebe:TaskDefinition`. */
export const extensions = (element: ModdleElement, type: string): readonly ModdleElement[] =>
  list(ref(element, 'extensionElements'), 'values').filter((value) => value.$type === type);

/** Definitions of an event: its own and those it refers to (EV-11). */
export const eventDefinitions = (event: ModdleElement): readonly ModdleElement[] =>
  is(event, 'bpmn:Event')
    ? [...list(event, 'eventDefinitions'), ...list(event, 'eventDefinitionRef').filter(Boolean)]
    : [];

export const hasDefinition = (event: ModdleElement, type: string): boolean =>
  eventDefinitions(event).some((definition) => is(definition, `bpmn:${type}EventDefinition`));

export const isEventSubProcess = (node: ModdleElement | undefined): boolean =>
  is(node, 'bpmn:SubProcess') && node?.get('triggeredByEvent') === true;

export const isScope = (element: ModdleElement | undefined): boolean =>
  SCOPES.some((type) => is(element, type));

/** How an element is called in a message: its name, else its id. */
export const called = (element: ModdleElement): string => `"${element.name ?? element.id ?? element.$type}"`;

/** Prepares a parsed file for the checks; `found` receives the problems in the order of the checks. */
export function readDiagram(definitions: ModdleElement, places: Places, found: DiagramProblem[]): Diagram {
  const roots = list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Process'));
  const processes = roots.filter((process) => process.get('isExecutable') !== false);
  const elements: ModdleElement[] = [];
  for (const process of processes) collect(process, elements);
  const nodes = elements.filter((element) => is(element, 'bpmn:FlowNode'));
  const flows = elements.filter((element) => is(element, 'bpmn:SequenceFlow'));
  const into = group(flows, (flow) => ref(flow, 'targetRef'));
  const outOf = group(flows, (flow) => ref(flow, 'sourceRef'));
  const inner = group(nodes, (node) => node.$parent);
  const boundaries = group(
    nodes.filter((node) => is(node, 'bpmn:BoundaryEvent')),
    (event) => ref(event, 'attachedToRef'),
  );
  return {
    definitions,
    processes,
    elements,
    flows,
    nodes,
    incoming: (node) => into.get(node) ?? [],
    outgoing: (node) => outOf.get(node) ?? [],
    inside: (scope) => inner.get(scope) ?? [],
    boundariesOf: (activity) => boundaries.get(activity) ?? [],
    report(element, broken, expected, params) {
      const { rule, text } = typeof broken === 'string' ? { rule: broken, text: 'text' } : broken;
      found.push({
        rule,
        severity: severityOf(rule),
        expected,
        ...(element?.id ? { elementId: element.id, ...places.ofId(element.id) } : {}),
        text,
        params: { name: element?.name ?? element?.id ?? '', ...params },
      });
    },
  };
}

function collect(scope: ModdleElement, into: ModdleElement[]): void {
  into.push(scope);
  for (const element of list(scope, 'flowElements'))
    if (isScope(element)) collect(element, into);
    else into.push(element);
}

function group(
  elements: readonly ModdleElement[],
  by: (element: ModdleElement) => ModdleElement | undefined,
): Map<ModdleElement, ModdleElement[]> {
  const groups = new Map<ModdleElement, ModdleElement[]>();
  for (const element of elements) {
    const key = by(element);
    const known = key && groups.get(key);
    if (known) known.push(element);
    else if (key) groups.set(key, [element]);
  }
  return groups;
}
