import type { ModdleElement } from '../moddle-element.ts';
import {
  type Check,
  called,
  type Diagram,
  eventDefinitions,
  extensions,
  hasDefinition,
  is,
  isEventSubProcess,
  list,
  ref,
  text,
} from './diagram.ts';

const activitiesOf = (nodes: readonly ModdleElement[]) => nodes.filter((node) => is(node, 'bpmn:Activity'));

/** DEP-21, DEP-22 and WARN-17: loops say how often. */
const loops: Check = ({ nodes, report }) => {
  for (const activity of activitiesOf(nodes)) {
    const loop = ref(activity, 'loopCharacteristics');
    if (is(loop, 'bpmn:StandardLoopCharacteristics')) {
      if (!text(ref(loop, 'loopCondition'), 'body') && loop?.get('loopMaximum') === undefined) {
        report(activity, 'DEP-21', `Expected a condition or a maximum for the loop of ${called(activity)}`);
      }
    } else if (loop && is(loop, 'bpmn:MultiInstanceLoopCharacteristics')) {
      const cardinality = text(ref(loop, 'loopCardinality'), 'body');
      const collection =
        text(extensions(loop, 'zeebe:LoopCharacteristics')[0], 'inputCollection') ??
        ref(loop, 'loopDataInputRef');
      if (!cardinality && !collection) {
        report(
          activity,
          'DEP-22',
          `Expected a number or a collection for the instances of ${called(activity)}`,
        );
      } else if (cardinality && collection) {
        report(
          activity,
          'WARN-17',
          `Expected a number or a collection at ${called(activity)}, but found both`,
        );
      }
    }
  }
};

/** DEP-23: quantities and maxima in range. */
const ranges: Check = ({ nodes, report }) => {
  for (const activity of activitiesOf(nodes)) {
    for (const name of ['startQuantity', 'completionQuantity']) {
      const value = activity.get(name);
      if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 1)) {
        report(
          activity,
          'DEP-23',
          `Expected ${name} of ${called(activity)} from 1, but it is ${Number(value)}`,
          { name },
        );
      }
    }
    const maximum = ref(activity, 'loopCharacteristics')?.get('loopMaximum');
    if (maximum !== undefined && !(Number.isInteger(maximum) && Number(maximum) >= 0)) {
      report(activity, 'DEP-23', `Expected loopMaximum of ${called(activity)} from 0`, {
        name: 'loopMaximum',
      });
    }
    const retries = text(extensions(activity, 'zeebe:TaskDefinition')[0], 'retries');
    if (retries && !retries.startsWith('=') && !/^\d{1,9}$/.test(retries)) {
      report(activity, 'DEP-23', `Expected retries of ${called(activity)} from 0, but found "${retries}"`, {
        name: 'retries',
      });
    }
    const priority = text(extensions(activity, 'zeebe:PriorityDefinition')[0], 'priority');
    if (priority && !priority.startsWith('=') && !(/^\d{1,3}$/.test(priority) && Number(priority) <= 100)) {
      report(
        activity,
        'DEP-23',
        `Expected priority of ${called(activity)} from 0 to 100, but found "${priority}"`,
        { name: 'priority' },
      );
    }
  }
};

/** DEP-24: what an ad-hoc sub-process holds. */
const adHoc: Check = ({ nodes, inside, report }) => {
  for (const scope of nodes.filter((node) => is(node, 'bpmn:AdHocSubProcess'))) {
    const inner = inside(scope).filter((node) => !isEventSubProcess(node));
    if (!inner.some((node) => is(node, 'bpmn:Activity'))) {
      report(scope, 'DEP-24', `Expected an activity in the ad-hoc sub-process ${called(scope)}`);
    }
    if (inner.some((node) => is(node, 'bpmn:StartEvent') || is(node, 'bpmn:EndEvent'))) {
      report(scope, 'DEP-24', `Expected no start or end event in the ad-hoc sub-process ${called(scope)}`);
    }
  }
};

/** DEP-25, DEP-26 and WARN-12: compensation finds its handlers, and these stand apart. */
const compensation: Check = (diagram) => {
  const { nodes, incoming, outgoing, boundariesOf, report } = diagram;
  const boundaries = nodes.filter(
    (node) => is(node, 'bpmn:BoundaryEvent') && hasDefinition(node, 'Compensate'),
  );
  const targets = associated(diagram);
  const handlers = new Map(boundaries.map((event) => [event, targets.get(event)] as const));
  const handling = new Set(handlers.values());
  for (const [event, handler] of handlers) {
    if (!handler)
      report(event, 'DEP-25', `Expected an association from ${called(event)} to its compensation handler`);
    else if (handler.get('isForCompensation') !== true) {
      report(handler, 'DEP-25', `Expected ${called(handler)} to be marked for compensation`);
    }
  }
  for (const activity of activitiesOf(nodes).filter((node) => node.get('isForCompensation') === true)) {
    const hasBoundary = boundariesOf(activity).length > 0;
    if (incoming(activity).length > 0 || outgoing(activity).length > 0 || hasBoundary) {
      report(
        activity,
        'DEP-25',
        `Expected no flow and no boundary event at the compensation handler ${called(activity)}`,
      );
    }
    if (!handling.has(activity)) {
      report(
        activity,
        'DEP-25',
        `Expected an association from a compensation boundary event to ${called(activity)}`,
      );
    }
  }
  for (const event of nodes.filter(
    (node) => is(node, 'bpmn:ThrowEvent') && hasDefinition(node, 'Compensate'),
  )) {
    for (const definition of eventDefinitions(event)) {
      const activity = is(definition, 'bpmn:CompensateEventDefinition')
        ? ref(definition, 'activityRef')
        : undefined;
      if (activity && !canBeCompensated(diagram, event, activity, handlers)) {
        report(
          event,
          'DEP-26',
          `Expected ${called(activity)} in sight of ${called(event)} and with a compensation handler`,
        );
      }
    }
  }
};

/** The activity that the first association out of each element leads to. */
function associated({ definitions, elements }: Diagram): ReadonlyMap<ModdleElement, ModdleElement> {
  const found = new Map<ModdleElement, ModdleElement>();
  for (const association of [...elements, definitions].flatMap((element) => list(element, 'artifacts'))) {
    const [source, target] = [ref(association, 'sourceRef'), ref(association, 'targetRef')];
    if (!is(association, 'bpmn:Association') || !source || found.has(source)) continue;
    if (is(target, 'bpmn:Activity')) found.set(source, target as ModdleElement);
  }
  return found;
}

function canBeCompensated(
  { boundariesOf }: Diagram,
  event: ModdleElement,
  activity: ModdleElement,
  handlers: ReadonlyMap<ModdleElement, ModdleElement | undefined>,
): boolean {
  const handled =
    is(activity, 'bpmn:SubProcess') ||
    boundariesOf(activity).some((node) => handlers.get(node) !== undefined);
  // in sight: the throw's scope, and for a throw in an event sub-process or handler the scopes that hold it
  const scopes: ModdleElement[] = [];
  for (let scope = event.$parent; scope; scope = scope.$parent) {
    scopes.push(scope);
    if (!isEventSubProcess(scope) && scope.get('isForCompensation') !== true) break;
  }
  return handled && activity.$parent !== undefined && scopes.includes(activity.$parent);
}

/** DEP-28: a call says what it calls. */
const calls: Check = ({ nodes, report }) => {
  for (const call of nodes.filter((node) => is(node, 'bpmn:CallActivity'))) {
    const processId =
      text(extensions(call, 'zeebe:CalledElement')[0], 'processId') ?? text(call, 'calledElement');
    if (!processId) report(call, 'DEP-28', `Expected ${called(call)} to name the process that it calls`);
  }
};

/** WARN-14: a task that only names itself makes a job of its own id. */
const implementations: Check = ({ nodes, report }) => {
  for (const task of nodes) {
    const isJob = text(extensions(task, 'zeebe:TaskDefinition')[0], 'type') !== undefined;
    const missing =
      (is(task, 'bpmn:ServiceTask') && !isJob) ||
      (is(task, 'bpmn:SendTask') && !isJob && !ref(task, 'messageRef')) ||
      (is(task, 'bpmn:ScriptTask') &&
        !isJob &&
        !extensions(task, 'zeebe:Script')[0] &&
        !text(task, 'script')) ||
      (is(task, 'bpmn:BusinessRuleTask') && !isJob && !extensions(task, 'zeebe:CalledDecision')[0]);
    if (missing) report(task, 'WARN-14', `Expected ${called(task)} to say what does its work`);
  }
};

export const activityChecks: readonly Check[] = [loops, ranges, adHoc, compensation, calls, implementations];
