import { parseBpmn } from '@iter/bpmn';
import { readTermRecords, type TermRecord } from '@iter/calendar';
import { z } from 'zod';
import { CONVENTION_PREFIX, ORIGIN_PROPERTY, SOURCE_PROPERTY } from './build/sources.ts';
import type { LineRange } from './notation/flow.ts';
import { type Element, listOf, nodesOf, propertiesOf, readingOrder, textOf } from './reading/elements.ts';

/** A statement of the source document, mended, and where it stands. */
export interface Statement {
  readonly text: string;
  readonly lines: readonly LineRange[];
}

export interface RoleOfSheet {
  /** Role of the organisation. */
  readonly role: string;
  readonly label: string;
  /** Id of the role's lane. */
  readonly lane: string | undefined;
  /** `office` (the one that runs the case), `body`, the id of an office, or a FEEL expression. */
  readonly at: string;
  readonly answersFor: readonly string[];
  readonly lines: readonly LineRange[] | undefined;
  /** Rule that put the role here, where the document does not name it. */
  readonly convention: string | undefined;
}

export interface StepOfSheet {
  readonly elementId: string;
  readonly name: string;
  /** BPMN type, `bpmn:UserTask`. */
  readonly type: string;
  /** Name of the lane. */
  readonly lane: string | undefined;
  readonly lines: readonly LineRange[] | undefined;
  /** Rule that put the step here, where the document only implies it. */
  readonly origin: string | undefined;
  /** Id of the form that is filled in. */
  readonly form: string | undefined;
  /** Id of the process that is called. */
  readonly calls: string | undefined;
  /** Of a decision: its outcomes, in order, and the names of what they lead to. */
  readonly outcomes: readonly { readonly label: string; readonly leadsTo: string }[];
}

/** What a published diagram says of its procedure: the sheet, the register and the annex are computed from it. */
export interface DiagramSheet {
  readonly processId: string;
  readonly code: string | undefined;
  /** Other codes of the taxonomy that the same row answers for. */
  readonly furtherCodes: readonly string[];
  readonly variant: string | undefined;
  /** Name of a shared process, which is no procedure of its own. */
  readonly shared: string | undefined;
  readonly title: string;
  /** Code of the first level, `A1`. */
  readonly macro: string | undefined;
  readonly documentation: string | undefined;
  readonly triggers: readonly Statement[];
  readonly outputs: readonly Statement[];
  readonly roles: readonly RoleOfSheet[];
  /** Roles whose holders may start a case by hand. */
  readonly starters: readonly { readonly role: string; readonly at: string }[];
  readonly terms: readonly TermRecord[];
  /** By the id of a term: where the document names it. */
  readonly termLines: Readonly<Record<string, readonly LineRange[]>>;
  readonly source:
    { readonly file: string; readonly sha256: string; readonly lines: readonly LineRange[] } | undefined;
  readonly uncertain: readonly (Statement & { readonly reason: string })[];
  readonly steps: readonly StepOfSheet[];
  /** Ids of the processes it calls, each once. */
  readonly calls: readonly string[];
  /** Names of properties that an editor left in a shape that cannot be read; they count as absent. */
  readonly unreadable: readonly string[];
}

const lines = z.array(z.tuple([z.int(), z.int()]));
const statements = z.array(z.object({ text: z.string(), lines: lines.default([]) }));
const roles = z.array(
  z.object({
    role: z.string(),
    label: z.string(),
    lane: z.string().optional(),
    at: z.string().default('office'),
    answersFor: z.array(z.string()).default([]),
    lines: lines.optional(),
    convention: z.string().optional(),
  }),
);
const starters = z.array(z.object({ role: z.string(), at: z.string() }));
const source = z.object({ file: z.string(), sha256: z.string(), lines });
const uncertain = z.array(z.object({ text: z.string(), lines: lines.default([]), reason: z.string() }));

/** The sheet of the (first) executable process of a BPMN file; undefined where there is none, or no BPMN. */
export async function sheetFromBpmn(xml: string | Uint8Array): Promise<DiagramSheet | undefined> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return undefined;
  const processes = listOf(parsed.definitions, 'rootElements').filter(
    ({ $type }) => $type === 'bpmn:Process',
  );
  const process = processes.find((candidate) => candidate.get('isExecutable') === true) ?? processes[0];
  return process === undefined ? undefined : sheetOfProcess(process);
}

function sheetOfProcess(process: Element): DiagramSheet {
  const unreadable: string[] = [];
  const properties = propertiesOf(process);
  const single = (name: string): string | undefined => properties.find((entry) => entry.name === name)?.value;
  const json = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined => {
    const value = single(name);
    if (value === undefined) return undefined;
    const reading = schema.safeParse(parseJson(value));
    if (reading.success) return reading.data;
    unreadable.push(name);
    return undefined;
  };
  const terms = readTermRecords(
    properties.filter(({ name }) => name === 'iter:term').map(({ value }) => value),
  );
  if (!terms.ok) unreadable.push('iter:term');
  const steps = stepsOf(process);
  const code = single('iter:code');
  return {
    processId: process.id ?? '',
    code,
    furtherCodes: json('iter:further-codes', z.array(z.string())) ?? [],
    variant: single('iter:variant'),
    shared: single('iter:shared'),
    title: single('iter:title') ?? textOf(process, 'name') ?? process.id ?? '',
    macro: single('iter:macro') ?? code?.slice(0, 2),
    documentation: listOf(process, 'documentation')
      .map((part) => textOf(part, 'text'))
      .find((part) => part !== undefined),
    triggers: json('iter:triggers', statements) ?? [],
    outputs: json('iter:outputs', statements) ?? [],
    roles: (json('iter:roles', roles) ?? []).map((role) => ({
      ...role,
      lane: role.lane,
      lines: role.lines,
      convention: role.convention,
    })),
    starters: json('iter:starters', starters) ?? [],
    terms: terms.ok ? terms.records : [],
    termLines: json('iter:term-lines', z.record(z.string(), lines)) ?? {},
    source: json(SOURCE_PROPERTY, source),
    uncertain: json('iter:uncertain', uncertain) ?? [],
    steps,
    calls: [...new Set(steps.flatMap(({ calls }) => calls ?? []))],
    unreadable,
  };
}

/** Named nodes in reading order; those inside sub-processes follow them. Merging and forking gateways are none. */
function stepsOf(container: Element, lanes = laneNames(container)): StepOfSheet[] {
  return readingOrder(container).flatMap((node) => {
    const own = textOf(node, 'name') === undefined ? [] : [stepOf(node, lanes)];
    return nodesOf(node).length === 0 ? own : [...own, ...stepsOf(node, inheritedLanes(node, lanes))];
  });
}

function stepOf(node: Element, lanes: ReadonlyMap<string, string>): StepOfSheet {
  const properties = propertiesOf(node);
  const source = properties.find(({ name }) => name === SOURCE_PROPERTY)?.value;
  const origin = properties.find(({ name }) => name === ORIGIN_PROPERTY)?.value;
  const read = source === undefined ? undefined : lines.safeParse(parseJson(source));
  const isDecision = node.$type === 'bpmn:ExclusiveGateway' || node.$type === 'bpmn:InclusiveGateway';
  return {
    elementId: node.id ?? '',
    name: textOf(node, 'name') ?? '',
    type: node.$type,
    lane: lanes.get(node.id ?? ''),
    lines: read?.success === true ? read.data : undefined,
    origin: origin?.startsWith(CONVENTION_PREFIX) === true ? origin.slice(CONVENTION_PREFIX.length) : origin,
    form: extensionText(node, 'zeebe:FormDefinition', 'formId'),
    calls: extensionText(node, 'zeebe:CalledElement', 'processId'),
    outcomes: isDecision
      ? listOf(node, 'outgoing').map((flow) => ({
          label: textOf(flow, 'name') ?? '',
          leadsTo: targetName(flow),
        }))
      : [],
  };
}

/** The name of what a flow leads to; unnamed merges are passed over. */
function targetName(flow: Element): string {
  const passed = new Set<Element>();
  let target = flow.get('targetRef') as Element | undefined;
  while (target !== undefined && !passed.has(target)) {
    const name = textOf(target, 'name');
    if (name !== undefined) return name;
    passed.add(target);
    target = listOf(target, 'outgoing')[0]?.get('targetRef') as Element | undefined;
  }
  return '';
}

function laneNames(process: Element): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (laneSet: Element): void => {
    for (const lane of listOf(laneSet, 'lanes')) {
      for (const node of listOf(lane, 'flowNodeRef')) names.set(node.id ?? '', textOf(lane, 'name') ?? '');
      const inner = lane.get('childLaneSet') as Element | undefined;
      if (inner !== undefined) visit(inner);
    }
  };
  for (const laneSet of listOf(process, 'laneSets')) visit(laneSet);
  return names;
}

/** What lies inside a sub-process stands in its lane. */
function inheritedLanes(node: Element, lanes: ReadonlyMap<string, string>): Map<string, string> {
  const lane = lanes.get(node.id ?? '');
  return new Map(lane === undefined ? [] : nodesOf(node).map((inner) => [inner.id ?? '', lane]));
}

function extensionText(node: Element, type: string, attribute: string): string | undefined {
  const extensions = node.get('extensionElements') as Element | undefined;
  if (extensions === undefined) return undefined;
  const found = listOf(extensions, 'values').find(({ $type }) => $type === type);
  return found === undefined ? undefined : textOf(found, attribute);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
