import { elements, globalTask, kindOf, type ElementKind } from '../elements/index.ts';
import type { Element } from '../elements/element.ts';
import type { Draft, Drafts } from './draft.ts';
import { asElements } from './event-definitions.ts';
import { readListeners, readMappings, readProperties } from './node-parts.ts';
import type { ElementSource, Sources } from './sources.ts';

/** First pass: a node for the process and everything in it, then the flows between them by their own ends. */
export function buildNodes(process: ElementSource, sources: Sources): Drafts {
  const nodes = new Map<string, Draft>();
  const bySource = new Map<Draft, ElementSource>();
  const make = (source: ElementSource, parent: Draft | undefined): Draft | undefined => {
    const kind = kindOf(source);
    if (!kind) {
      if (source.$instanceOf('bpmn:FlowNode'))
        sources.report(source, {
          rule: 'DEP-15',
          expected: `an element that can be run, but it is ${source.$type}`,
        });
      return undefined;
    }
    const bodyKind = bodyKindOf(source);
    const outer = bodyKind && { ...bare(bodyKind, source, parent, sources), ...quantities(source) };
    const inner: Draft = {
      ...bare(kind, source, outer ?? parent, sources),
      ...(!outer && quantities(source)),
      mappings: readMappings(source, sources),
      listeners: readListeners(source, sources),
      properties: readProperties(source),
    };
    if (outer) {
      inner.id = `${inner.id}#inner`;
      outer.children.push(inner);
      nodes.set(outer.id, outer);
    }
    nodes.set(inner.id, inner);
    bySource.set(inner, source);
    const content = globalTask(source) ?? asElements(source.get('flowElements'));
    for (const child of content) {
      const made = make(child, inner);
      if (made) inner.children.push(made);
    }
    return outer ?? inner;
  };
  const root = make(process, undefined);
  if (!root) throw new Error(`Expected a process, but got ${process.$type}`);
  return { root, nodes, sources: bySource, flows: connect(process, nodes, sources) };
}

function connect(
  scope: ElementSource,
  nodes: ReadonlyMap<string, Draft>,
  sources: Sources,
  flows: Drafts['flows'] = new Map(),
): Drafts['flows'] {
  for (const source of asElements(scope.get('flowElements'))) {
    if (source.$type !== 'bpmn:SequenceFlow') {
      if (source.get('flowElements')) connect(source, nodes, sources, flows);
      continue;
    }
    const from = source.get('sourceRef') as ElementSource | undefined;
    const target = nodes.get((source.get('targetRef') as ElementSource | undefined)?.id ?? '');
    const draft = nodes.get(from?.id ?? '');
    if (!from || !draft || !target || source.id === undefined) continue;
    const isDefault = from.get('default') === source;
    const body = (source.get('conditionExpression') as ElementSource | undefined)?.get('body');
    const condition = isDefault ? undefined : sources.feel(source, body);
    const flow = { id: source.id, source: draft, target, condition };
    flows.set(flow.id, flow);
    draft.outgoing.push(flow);
    target.incoming.push(flow);
    if (isDefault) draft.defaultFlow = flow;
  }
  return flows;
}

/** A node with what its kind alone says; the passes that follow fill the rest. */
function bare(kind: ElementKind, source: ElementSource, parent: Draft | undefined, sources: Sources): Draft {
  const element: Element<unknown> = elements[kind];
  const id = source.id ?? '';
  return {
    id,
    elementId: id,
    kind,
    name: source.name,
    element,
    model: element.compile(source, sources),
    parent,
    children: [],
    incoming: [],
    outgoing: [],
    defaultFlow: undefined,
    catches: [],
    startNodes: [],
    mappings: { inputs: [], outputs: [] },
    listeners: [],
    properties: [],
    startQuantity: 1,
    completionQuantity: 1,
    forCompensation: source.$instanceOf('bpmn:Activity') && source.get('isForCompensation') === true,
    compensation: undefined,
    reach: new Map(),
  };
}

/** The body that a loop or multi-instance puts around its activity, with its flows and boundaries (MI-1, LOOP-7). */
function bodyKindOf(source: ElementSource): ElementKind | undefined {
  const loop = source.$instanceOf('bpmn:Activity')
    ? (source.get('loopCharacteristics') as ElementSource | undefined)
    : undefined;
  if (!loop) return undefined;
  return loop.$type === 'bpmn:StandardLoopCharacteristics' ? 'loop-body' : 'multi-instance-body';
}

function quantities(source: ElementSource): Pick<Draft, 'startQuantity' | 'completionQuantity'> {
  const read = (property: string): number => {
    const value = source.$instanceOf('bpmn:Activity') ? source.get(property) : 1;
    return typeof value === 'number' && value >= 1 ? value : 1;
  };
  return { startQuantity: read('startQuantity'), completionQuantity: read('completionQuantity') };
}
