import { elements, kindOf } from '../elements/index.ts';
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
      if (isNode(source))
        sources.report(source, {
          rule: 'DEP-15',
          expected: `an element that can be run, but it is ${source.$type}`,
        });
      return undefined;
    }
    const id = source.id ?? '';
    const element: Element<unknown> = elements[kind];
    const draft: Draft = {
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
      inner: undefined,
      mappings: readMappings(source, sources),
      listeners: readListeners(source, sources),
      properties: readProperties(source),
      startQuantity: quantity(source, 'startQuantity'),
      completionQuantity: quantity(source, 'completionQuantity'),
      compensation: undefined,
      reach: new Map(),
    };
    nodes.set(id, draft);
    bySource.set(draft, source);
    for (const child of asElements(source.get('flowElements'))) {
      const made = make(child, draft);
      if (made) draft.children.push(made);
    }
    return draft;
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

function quantity(source: ElementSource, property: string): number {
  const value = source.$instanceOf('bpmn:Activity') ? source.get(property) : 1;
  return typeof value === 'number' && value >= 1 ? value : 1;
}

function isNode(source: ElementSource): boolean {
  return source.$instanceOf('bpmn:FlowNode');
}
