import type { ModdleElement } from '@iter/bpmn';

export type Element = ModdleElement;

export function listOf(element: Element, property: string): readonly Element[] {
  const value = element.get(property);
  return Array.isArray(value) ? (value as Element[]) : [];
}

/** A text that is there and not empty. */
export function textOf(element: Element, property: string): string | undefined {
  const value = element.get(property);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `zeebe:property` entries of an element, in their order; names may repeat. */
export function propertiesOf(element: Element): readonly { readonly name: string; readonly value: string }[] {
  const extensions = element.get('extensionElements') as Element | undefined;
  if (extensions === undefined) return [];
  return listOf(extensions, 'values')
    .filter(({ $type }) => $type === 'zeebe:Properties')
    .flatMap((list) => listOf(list, 'properties'))
    .map((entry) => ({ name: textOf(entry, 'name') ?? '', value: textOf(entry, 'value') ?? '' }));
}

/** Flow nodes directly in a process or sub-process. */
export function nodesOf(container: Element): readonly Element[] {
  return listOf(container, 'flowElements').filter((element) => element.$instanceOf('bpmn:FlowNode'));
}

/**
 * The nodes of a container in the order in which a reader meets them: from the starts along the flows, a meeting
 * point after all that leads to it, loops aside. Event sub-processes and what nothing leads to come last.
 */
export function readingOrder(container: Element): readonly Element[] {
  const nodes = nodesOf(container);
  const before = predecessors(nodes);
  const ordered: Element[] = [];
  const visit = (node: Element): void => {
    if (ordered.includes(node)) return;
    if ([...(before.get(node) ?? [])].some((earlier) => !ordered.includes(earlier))) return;
    ordered.push(node);
    for (const next of successors(node, nodes)) visit(next);
  };
  const isStart = (node: Element): boolean => node.$type === 'bpmn:StartEvent';
  for (const node of nodes.filter(isStart)) visit(node);
  for (const node of nodes) if (node.get('triggeredByEvent') !== true) visit(node);
  return [...ordered, ...nodes.filter((node) => !ordered.includes(node))];
}

/** What must have been read before a node: all that leads to it, but for flows that close a loop. */
function predecessors(nodes: readonly Element[]): Map<Element, Set<Element>> {
  const before = new Map<Element, Set<Element>>(nodes.map((node) => [node, new Set()]));
  const state = new Map<Element, 'open' | 'done'>();
  const walk = (node: Element): void => {
    state.set(node, 'open');
    for (const next of successors(node, nodes)) {
      if (state.get(next) === 'open') continue;
      before.get(next)?.add(node);
      if (!state.has(next)) walk(next);
    }
    state.set(node, 'done');
  };
  for (const node of nodes) if (node.$type === 'bpmn:StartEvent') walk(node);
  for (const node of nodes) if (!state.has(node)) walk(node);
  return before;
}

/** Along the flows, and from an activity to the events on its border. */
function successors(node: Element, nodes: readonly Element[]): Element[] {
  const attached = nodes.filter((other) => other.get('attachedToRef') === node);
  const next = listOf(node, 'outgoing').flatMap((flow) => {
    const target = flow.get('targetRef') as Element | undefined;
    return target === undefined ? [] : [target];
  });
  return [...next, ...attached];
}
