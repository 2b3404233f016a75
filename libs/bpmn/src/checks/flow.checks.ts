import type { ModdleElement } from '../moddle-element.ts';
import { nodesOfCycles } from './cycles.ts';
import { type Check, called, is, isEventSubProcess, ref } from './diagram.ts';

/** DEP-4: a flow has both ends, in one scope. */
const flowEnds: Check = ({ flows, report }) => {
  for (const flow of flows) {
    const [source, target] = [ref(flow, 'sourceRef'), ref(flow, 'targetRef')];
    if (!is(source, 'bpmn:FlowNode') || !is(target, 'bpmn:FlowNode')) {
      report(
        flow,
        'DEP-4',
        `Expected flow ${called(flow)} to have a source and a target, but one is missing`,
      );
    } else if (source && target && source.$parent !== target.$parent) {
      const ends = `${called(source)} and ${called(target)}`;
      report(flow, 'DEP-4', `Expected the ends of a flow in one scope, but ${ends} are in different ones`);
    }
  }
};

/** DEP-5: nothing flows into starts and boundary events, out of ends, or at event sub-processes. */
const flowDirections: Check = ({ nodes, incoming, outgoing, report }) => {
  for (const node of nodes) {
    const entered = incoming(node).length > 0;
    const left = outgoing(node).length > 0;
    if (entered && (is(node, 'bpmn:StartEvent') || is(node, 'bpmn:BoundaryEvent'))) {
      report(node, 'DEP-5', `Expected no flow into ${called(node)}, but there is one`);
    }
    if (left && is(node, 'bpmn:EndEvent')) {
      report(node, 'DEP-5', `Expected no flow out of the end event ${called(node)}, but there is one`);
    }
    if ((entered || left) && isEventSubProcess(node)) {
      report(node, 'DEP-5', `Expected no flow at the event sub-process ${called(node)}, but there is one`);
    }
  }
};

/** DEP-6: a default flow leaves its node. */
const defaultFlows: Check = ({ nodes, outgoing, report }) => {
  for (const node of nodes) {
    const flow = defaultOf(node);
    if (flow && !outgoing(node).includes(flow)) {
      report(
        node,
        'DEP-6',
        `Expected the default flow of ${called(node)} to leave it, but ${called(flow)} does not`,
      );
    }
  }
};

/** DEP-7: no conditions where flows are taken regardless. */
const misplacedConditions: Check = ({ nodes, outgoing, report }) => {
  for (const node of nodes) {
    const unconditional =
      is(node, 'bpmn:ParallelGateway') || is(node, 'bpmn:EventBasedGateway') || is(node, 'bpmn:Event');
    if (!unconditional) continue;
    for (const flow of outgoing(node)) {
      if (ref(flow, 'conditionExpression')) {
        report(
          flow,
          'DEP-7',
          `Expected no condition on a flow from ${called(node)}, but ${called(flow)} has one`,
        );
      }
    }
  }
};

/** WARN-3 and WARN-6: flows of an exclusive split that can never be taken, conditions that are never asked. */
const deadConditions: Check = ({ nodes, outgoing, report }) => {
  for (const node of nodes) {
    const standard = defaultOf(node);
    if (standard && ref(standard, 'conditionExpression')) {
      report(standard, 'WARN-6', `Expected no condition on the default flow of ${called(node)}`);
    }
    if (!is(node, 'bpmn:ExclusiveGateway')) continue;
    const free = outgoing(node).filter((flow) => flow !== standard && !ref(flow, 'conditionExpression'));
    if (free.length > 0 && outgoing(node).length > 1) {
      const flows = free.map(called).join(', ');
      report(node, 'WARN-3', `Expected a condition on each flow from ${called(node)}, but ${flows} has none`);
    }
  }
};

/**
 * DEP-9: a cycle in which nothing can wait or change data never ends. Gateways alone pass (the step limit guards
 * them, TURN-11); an undefined or manual task in the cycle shows that work was meant.
 */
const endlessCycles: Check = ({ nodes, outgoing, report }) => {
  const passes = (node: ModdleElement) =>
    node.$type === 'bpmn:Task' ||
    is(node, 'bpmn:ManualTask') ||
    is(node, 'bpmn:ExclusiveGateway') ||
    is(node, 'bpmn:ParallelGateway') ||
    is(node, 'bpmn:InclusiveGateway') ||
    (is(node, 'bpmn:IntermediateThrowEvent') &&
      (node.get('eventDefinitions') as unknown[] | undefined)?.length === 0);
  const next = (node: ModdleElement) =>
    outgoing(node)
      .flatMap((flow) => ref(flow, 'targetRef') ?? [])
      .filter(passes);
  const cyclic = nodesOfCycles(nodes.filter(passes), next);
  for (const node of nodes) {
    if (node.$type !== 'bpmn:Task' && !is(node, 'bpmn:ManualTask')) continue;
    if (cyclic.has(node)) {
      report(
        node,
        'DEP-9',
        `Expected something in the cycle through ${called(node)} to wait, but nothing does`,
      );
    }
  }
};

/** WARN-4: nodes that no token can ever reach. */
const unreachable: Check = ({ nodes, incoming, outgoing, inside, report }) => {
  const scopes = new Set(nodes.flatMap((node) => node.$parent ?? []));
  for (const scope of scopes) {
    const inner = inside(scope);
    const hasStart = inner.some((node) => is(node, 'bpmn:StartEvent'));
    const adHoc = is(scope, 'bpmn:AdHocSubProcess');
    const reached = new Set(
      inner.filter((node) => beginsByItself(node) || ((!hasStart || adHoc) && incoming(node).length === 0)),
    );
    for (const node of reached) {
      for (const flow of outgoing(node)) {
        const target = ref(flow, 'targetRef');
        if (target) reached.add(target);
      }
    }
    for (const node of inner.filter((candidate) => !reached.has(candidate))) {
      report(node, 'WARN-4', `Expected a way from a start to ${called(node)}, but there is none`);
    }
  }
};

const beginsByItself = (node: ModdleElement): boolean =>
  is(node, 'bpmn:StartEvent') ||
  is(node, 'bpmn:BoundaryEvent') ||
  isEventSubProcess(node) ||
  node.get('isForCompensation') === true ||
  node.get('instantiate') === true ||
  (is(node, 'bpmn:IntermediateCatchEvent') &&
    ((node.get('eventDefinitions') ?? []) as ModdleElement[]).some((one) =>
      is(one, 'bpmn:LinkEventDefinition'),
    ));

const defaultOf = (node: ModdleElement) =>
  is(node, 'bpmn:Activity') || is(node, 'bpmn:Gateway') ? ref(node, 'default') : undefined;

export const flowChecks: readonly Check[] = [
  flowEnds,
  flowDirections,
  defaultFlows,
  misplacedConditions,
  deadConditions,
  endlessCycles,
  unreachable,
];
