import { parseBpmn } from '@iter/bpmn';
import { type Element, listOf, nodesOf, propertiesOf } from '../reading/elements.ts';
import { ORIGIN_PROPERTY, SOURCE_PROPERTY } from '../build/sources.ts';

/** What a diagram consists of, as the report counts it. */
export interface Counts {
  readonly steps: number;
  /** End events of the process itself and of what may happen at any time. */
  readonly outcomes: number;
  /** Ways out of decisions. */
  readonly conditions: number;
  /** Ways that run at the same time. */
  readonly tracks: number;
}

export interface DiagramCounts extends Counts {
  /** Nodes that carry neither lines of the document nor a convention. */
  readonly withoutOrigin: readonly string[];
}

/** Counts what a diagram consists of; undefined where the text is no BPMN. */
export async function countsOfBpmn(xml: string): Promise<DiagramCounts | undefined> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return undefined;
  const nodes = listOf(parsed.definitions, 'rootElements')
    .filter(({ $type }) => $type === 'bpmn:Process')
    .flatMap(allNodes);
  const waysOf = (...types: string[]): number =>
    nodes
      .filter(({ $type }) => types.includes($type))
      .map((gateway) => listOf(gateway, 'outgoing').length)
      .filter((ways) => ways > 1)
      .reduce((sum, ways) => sum + ways, 0);
  return {
    steps: nodes.filter(isStep).length,
    outcomes: nodes.filter((node) => node.$type === 'bpmn:EndEvent' && !isInWatch(node)).length,
    conditions: waysOf('bpmn:ExclusiveGateway'),
    tracks: waysOf('bpmn:ParallelGateway', 'bpmn:InclusiveGateway'),
    withoutOrigin: nodes
      .filter(
        (node) => !propertiesOf(node).some(({ name }) => [SOURCE_PROPERTY, ORIGIN_PROPERTY].includes(name)),
      )
      .map(({ id }) => id ?? ''),
  };
}

function allNodes(container: Element): Element[] {
  return nodesOf(container).flatMap((node) => [node, ...allNodes(node)]);
}

function isStep(node: Element): boolean {
  return /(Task|CallActivity)$/.test(node.$type) && !isInWatch(node);
}

/** Inside the event sub-processes that remind of a term: they are no work of the procedure. */
function isInWatch(node: Element): boolean {
  return (
    /^(promemoria|scadenza)-/.test(node.$parent?.id ?? '') && node.$parent?.get('triggeredByEvent') === true
  );
}
