import type { ElementKind } from '@iter/engine-core';
import {
  bodyAt,
  elementAt,
  elementsAt,
  propertiesOf,
  type DiagramReader,
  type Source,
} from './diagram-reader.ts';
import { nodeOf, type Draft, type Drafts } from './draft.ts';
import { globalTask, kindOf } from './element-kinds.ts';
import { modelOf } from './models/index.ts';
import { readListeners, readMappings } from './node-parts.ts';

/** First pass: a node for the process and everything in it, then the flows between them by their own ends. */
export function buildNodes(process: Source, reader: DiagramReader): Drafts {
  const nodes = new Map<string, Draft>();
  const bySource = new Map<Draft, Source>();
  const make = (source: Source, parent: Draft | undefined): Draft | undefined => {
    const kind = kindOf(source);
    if (!kind) {
      if (source.$instanceOf('bpmn:FlowNode'))
        reader.report(source, {
          rule: 'DEP-15',
          expected: `an element that can be run, but it is ${source.$type}`,
        });
      return undefined;
    }
    const bodyKind = bodyKindOf(source);
    const outer = bodyKind && { ...bare(bodyKind, source, parent, reader), ...quantities(source) };
    const inner: Draft = {
      ...bare(kind, source, outer ?? parent, reader),
      ...(!outer && quantities(source)),
      mappings: readMappings(source, reader),
      listeners: readListeners(source, reader),
      properties: propertiesOf(source),
    };
    if (outer) {
      inner.id = `${inner.id}#inner`;
      outer.children.push(inner);
      nodes.set(outer.id, outer);
    }
    nodes.set(inner.id, inner);
    bySource.set(inner, source);
    const content = globalTask(source) ?? elementsAt(source, 'flowElements');
    for (const child of content) {
      const made = make(child, inner);
      if (made) inner.children.push(made);
    }
    return outer ?? inner;
  };
  const root = make(process, undefined);
  if (!root) throw new Error(`Expected a process, but got ${process.$type}`);
  return { root, nodes, sources: bySource, flows: connect(process, nodes, reader) };
}

function connect(
  scope: Source,
  nodes: ReadonlyMap<string, Draft>,
  reader: DiagramReader,
  flows: Drafts['flows'] = new Map(),
): Drafts['flows'] {
  for (const source of elementsAt(scope, 'flowElements')) {
    if (source.$type !== 'bpmn:SequenceFlow') {
      if (source.get('flowElements')) connect(source, nodes, reader, flows);
      continue;
    }
    const from = elementAt(source, 'sourceRef');
    const target = nodes.get(elementAt(source, 'targetRef')?.id ?? '');
    const draft = nodes.get(from?.id ?? '');
    if (!from || !draft || !target || source.id === undefined) continue;
    const isDefault = from.get('default') === source;
    const condition = isDefault ? undefined : reader.feel(source, bodyAt(source, 'conditionExpression'));
    const flow = { id: source.id, source: nodeOf(draft), target: nodeOf(target), condition };
    flows.set(flow.id, flow);
    draft.outgoing.push(flow);
    target.incoming.push(flow);
    if (isDefault) draft.defaultFlow = flow;
  }
  return flows;
}

/** A node with what its kind alone says; the passes that follow fill the rest. */
function bare(kind: ElementKind, source: Source, parent: Draft | undefined, reader: DiagramReader): Draft {
  const id = source.id ?? '';
  return {
    id,
    elementId: id,
    kind,
    name: source.name,
    model: modelOf(kind, source, reader),
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
function bodyKindOf(source: Source): ElementKind | undefined {
  const loop = source.$instanceOf('bpmn:Activity') ? elementAt(source, 'loopCharacteristics') : undefined;
  if (!loop) return undefined;
  return loop.$type === 'bpmn:StandardLoopCharacteristics' ? 'loop-body' : 'multi-instance-body';
}

function quantities(source: Source): Pick<Draft, 'startQuantity' | 'completionQuantity'> {
  const read = (property: string): number => {
    const value = source.$instanceOf('bpmn:Activity') ? source.get(property) : 1;
    return typeof value === 'number' && value >= 1 ? value : 1;
  };
  return { startQuantity: read('startQuantity'), completionQuantity: read('completionQuantity') };
}
