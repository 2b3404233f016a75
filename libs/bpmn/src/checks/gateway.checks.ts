import { type Check, called, eventDefinitions, is, ref, text } from './diagram.ts';

const CATCHABLE = ['Message', 'Timer', 'Signal', 'Conditional'];

/** DEP-18, DEP-19 and WARN-18: event-based gateways and instantiating receivers. */
const eventGateways: Check = ({ nodes, incoming, outgoing, boundariesOf, report }) => {
  for (const gateway of nodes.filter((node) => is(node, 'bpmn:EventBasedGateway'))) {
    const targets = outgoing(gateway).flatMap((flow) => ref(flow, 'targetRef') ?? []);
    if (targets.length < 2) {
      report(
        gateway,
        'DEP-18',
        `Expected at least two events after ${called(gateway)}, but found ${targets.length}`,
      );
    }
    for (const target of targets) {
      const catches =
        is(target, 'bpmn:IntermediateCatchEvent') &&
        eventDefinitions(target).every((one) =>
          CATCHABLE.some((kind) => is(one, `bpmn:${kind}EventDefinition`)),
        );
      const receives = is(target, 'bpmn:ReceiveTask') && boundariesOf(target).length === 0;
      if (!catches && !receives) {
        report(target, 'DEP-18', `Expected a catch event or a receive task after ${called(gateway)}`);
      } else if (incoming(target).length > 1) {
        report(
          target,
          'DEP-18',
          `Expected no other way into ${called(target)}, which follows an event gateway`,
        );
      }
    }
    const mixed = new Set(targets.map((target) => is(target, 'bpmn:ReceiveTask')));
    if (mixed.size > 1)
      report(gateway, 'WARN-18', `Expected events or receive tasks after ${called(gateway)}, not both`);
    if (gateway.get('instantiate') === true && incoming(gateway).length > 0) {
      report(gateway, 'DEP-19', `Expected no flow into the instantiating gateway ${called(gateway)}`);
    }
    if (gateway.get('eventGatewayType') === 'Parallel' && gateway.get('instantiate') !== true) {
      report(gateway, 'DEP-19', `Expected the parallel event gateway ${called(gateway)} to instantiate`);
    }
  }
  for (const task of nodes.filter(
    (node) => is(node, 'bpmn:ReceiveTask') && node.get('instantiate') === true,
  )) {
    const before = incoming(task).flatMap((flow) => ref(flow, 'sourceRef') ?? []);
    const onlyPlainStart = before.every(
      (node) => is(node, 'bpmn:StartEvent') && eventDefinitions(node).length === 0,
    );
    if (!onlyPlainStart)
      report(task, 'DEP-19', `Expected no flow into the instantiating receive task ${called(task)}`);
  }
};

/** DEP-27: a complex join says when it fires. */
const complexGateways: Check = ({ nodes, incoming, report }) => {
  for (const gateway of nodes.filter((node) => is(node, 'bpmn:ComplexGateway'))) {
    if (incoming(gateway).length > 1 && !text(ref(gateway, 'activationCondition'), 'body')) {
      report(gateway, 'DEP-27', `Expected an activation condition at the complex join ${called(gateway)}`);
    }
  }
};

/** WARN-11: a parallel join fed by the branches of one exclusive split waits forever. */
const stuckJoins: Check = ({ nodes, incoming, report }) => {
  for (const join of nodes.filter((node) => is(node, 'bpmn:ParallelGateway') && incoming(node).length > 1)) {
    const sources = incoming(join).flatMap((flow) => ref(flow, 'sourceRef') ?? []);
    const direct = sources.filter((source) => is(source, 'bpmn:ExclusiveGateway'));
    if (direct.length > 1 && new Set(direct).size < direct.length) {
      report(
        join,
        'WARN-11',
        `Expected every flow into ${called(join)} to be taken, but an exclusive split takes one`,
      );
    }
  }
};

export const gatewayChecks: readonly Check[] = [eventGateways, complexGateways, stuckJoins];
