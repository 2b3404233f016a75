import type { ModdleElement } from '../moddle-element.ts';
import {
  type Check,
  called,
  eventDefinitions,
  extensions,
  hasDefinition,
  is,
  isEventSubProcess,
  ref,
  text,
} from './diagram.ts';

const kindOf = (definition: ModdleElement) => definition.$type.replace(/^bpmn:|EventDefinition$/g, '');

/** Triggers allowed at each place (BPMN 2.0.2 §10.5, table 10.93). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'process start': ['Message', 'Timer', 'Signal', 'Conditional'],
  'event sub-process start': [
    'Message',
    'Timer',
    'Signal',
    'Conditional',
    'Error',
    'Escalation',
    'Compensate',
  ],
  catch: ['Message', 'Timer', 'Signal', 'Conditional', 'Link'],
  throw: ['Message', 'Signal', 'Escalation', 'Compensate', 'Link'],
  boundary: ['Message', 'Timer', 'Signal', 'Conditional', 'Error', 'Escalation', 'Compensate', 'Cancel'],
  end: ['Message', 'Signal', 'Error', 'Escalation', 'Compensate', 'Cancel', 'Terminate'],
};

function placeOf(event: ModdleElement): string {
  if (is(event, 'bpmn:BoundaryEvent')) return 'boundary';
  if (is(event, 'bpmn:EndEvent')) return 'end';
  if (is(event, 'bpmn:IntermediateThrowEvent')) return 'throw';
  if (is(event, 'bpmn:IntermediateCatchEvent')) return 'catch';
  if (isEventSubProcess(event.$parent)) return 'event sub-process start';
  return is(event.$parent, 'bpmn:SubProcess') ? 'inner start' : 'process start';
}

/** DEP-10 and DEP-15: a trigger only where the standard has it. */
const triggerPlaces: Check = ({ nodes, report }) => {
  for (const event of nodes.filter((node) => is(node, 'bpmn:Event'))) {
    const place = placeOf(event);
    if (place === 'inner start') continue; // DEP-11 tells
    const rule = place === 'process start' ? 'DEP-10' : 'DEP-15';
    for (const definition of eventDefinitions(event)) {
      const kind = kindOf(definition);
      if (!ALLOWED[place]?.includes(kind)) {
        report(event, rule, `Expected no ${kind.toLowerCase()} trigger at ${place} ${called(event)}`, {
          kind,
        });
      }
    }
    if (place === 'catch' && eventDefinitions(event).length === 0) {
      report(event, 'DEP-15', `Expected the intermediate catch event ${called(event)} to have a trigger`, {
        kind: '',
      });
    }
  }
};

/** DEP-11, DEP-12 and WARN-5: how scopes start. */
const starts: Check = ({ nodes, processes, inside, report }) => {
  const startsOf = (scope: ModdleElement) => inside(scope).filter((node) => is(node, 'bpmn:StartEvent'));
  for (const scope of nodes.filter(
    (node) => is(node, 'bpmn:SubProcess') && !is(node, 'bpmn:AdHocSubProcess'),
  )) {
    const found = startsOf(scope);
    const triggered = found.filter((start) => eventDefinitions(start).length > 0);
    if (isEventSubProcess(scope)) {
      if (found.length !== 1 || triggered.length !== 1) {
        report(scope, 'DEP-12', `Expected exactly one start event with a trigger in ${called(scope)}`);
      }
    } else if (found.length > 1 || triggered.length > 0) {
      report(scope, 'DEP-11', `Expected at most one start event, without trigger, in ${called(scope)}`);
    }
  }
  for (const process of processes) {
    const none = startsOf(process).filter((start) => eventDefinitions(start).length === 0);
    if (none.length > 1)
      report(process, 'WARN-5', `Expected one plain start event, but there are ${none.length}`);
  }
};

/** DEP-13: a boundary event is attached, triggered and left. */
const boundaries: Check = ({ nodes, outgoing, report }) => {
  for (const event of nodes.filter((node) => is(node, 'bpmn:BoundaryEvent'))) {
    if (!is(ref(event, 'attachedToRef'), 'bpmn:Activity')) {
      report(event, 'DEP-13', `Expected ${called(event)} to be attached to an activity`);
    }
    if (eventDefinitions(event).length === 0) {
      report(event, 'DEP-13', `Expected the boundary event ${called(event)} to have a trigger`);
    }
    if (!hasDefinition(event, 'Compensate') && outgoing(event).length === 0) {
      report(event, 'DEP-13', `Expected a flow out of the boundary event ${called(event)}`);
    }
  }
};

/** DEP-14: cancel only concerns transactions. */
const cancels: Check = ({ nodes, report }) => {
  for (const event of nodes.filter((node) => is(node, 'bpmn:Event') && hasDefinition(node, 'Cancel'))) {
    const transaction = is(event, 'bpmn:BoundaryEvent')
      ? is(ref(event, 'attachedToRef'), 'bpmn:Transaction')
      : insideTransaction(event);
    if (!transaction) report(event, 'DEP-14', `Expected the cancel event ${called(event)} at a transaction`);
  }
};

function insideTransaction(node: ModdleElement): boolean {
  for (let scope = node.$parent; scope; scope = scope.$parent) if (is(scope, 'bpmn:Transaction')) return true;
  return false;
}

/** DEP-16 and WARN-13: what a trigger refers to is there and has a name. */
const triggerNames: Check = ({ nodes, report }) => {
  for (const node of nodes) {
    const catching = is(node, 'bpmn:CatchEvent') || is(node, 'bpmn:ReceiveTask');
    for (const definition of is(node, 'bpmn:ReceiveTask') || is(node, 'bpmn:SendTask')
      ? [node]
      : eventDefinitions(node)) {
      const kind = is(node, 'bpmn:Task') ? 'Message' : kindOf(definition);
      const missing = missingName(node, definition, kind, catching);
      if (missing) report(node, 'DEP-16', `Expected ${called(node)} to have ${missing}`, { kind });
      const message = kind === 'Message' && catching ? ref(definition, 'messageRef') : undefined;
      const needsKey = message && !is(node, 'bpmn:StartEvent') && node.get('instantiate') !== true;
      if (needsKey && !text(extensions(message, 'zeebe:Subscription')[0], 'correlationKey')) {
        report(node, 'WARN-13', `Expected a correlation key for the message of ${called(node)}`);
      }
    }
  }
};

function missingName(
  node: ModdleElement,
  definition: ModdleElement,
  kind: string,
  catching: boolean,
): string | undefined {
  const isJob = extensions(node, 'zeebe:TaskDefinition').length > 0;
  switch (kind) {
    case 'Message':
      if (isJob || (!catching && is(node, 'bpmn:SendTask') && !ref(definition, 'messageRef')))
        return undefined;
      return text(ref(definition, 'messageRef'), 'name') ? undefined : 'a message with a name';
    case 'Signal':
      return text(ref(definition, 'signalRef'), 'name') ? undefined : 'a signal with a name';
    case 'Error':
      return catching || text(ref(definition, 'errorRef'), 'errorCode') ? undefined : 'an error with a code';
    case 'Escalation':
      return catching || text(ref(definition, 'escalationRef'), 'escalationCode')
        ? undefined
        : 'an escalation with a code';
    case 'Link':
      return text(definition, 'name') ? undefined : 'a link with a name';
    case 'Conditional':
      return text(ref(definition, 'condition'), 'body') ? undefined : 'a condition';
    default:
      return undefined;
  }
}

/** DEP-17: a timer has exactly one of date, duration and cycle. */
const timers: Check = ({ nodes, report }) => {
  for (const event of nodes) {
    for (const definition of eventDefinitions(event).filter((one) => is(one, 'bpmn:TimerEventDefinition'))) {
      const given = ['timeDate', 'timeDuration', 'timeCycle'].filter((name) =>
        text(ref(definition, name), 'body'),
      );
      if (given.length !== 1) {
        report(
          event,
          'DEP-17',
          `Expected one of date, duration and cycle at timer ${called(event)}, but found ${given.length}`,
        );
      }
    }
  }
};

/** DEP-20: each link throw has one catch of its name in its scope. */
const links: Check = ({ nodes, incoming, outgoing, report }) => {
  const ends = nodes.flatMap((event) =>
    eventDefinitions(event)
      .filter((one) => is(one, 'bpmn:LinkEventDefinition'))
      .map((definition) => ({
        event,
        name: text(definition, 'name') ?? '',
        catching: is(event, 'bpmn:CatchEvent'),
      })),
  );
  const caught = new Map<ModdleElement | undefined, Map<string, number>>();
  for (const { event, name, catching } of ends) {
    const names = caught.get(event.$parent) ?? new Map<string, number>();
    caught.set(event.$parent, names.set(name, (names.get(name) ?? 0) + (catching ? 1 : 0)));
  }
  for (const { event, name, catching } of ends) {
    const catches = caught.get(event.$parent)?.get(name) ?? 0;
    if (catches !== 1) {
      report(event, 'DEP-20', `Expected one link catch "${name}" in the scope, but found ${catches}`, {
        name,
      });
    }
    if ((catching ? incoming(event) : outgoing(event)).length > 0) {
      report(event, 'DEP-20', `Expected no flow ${catching ? 'into' : 'out of'} the link ${called(event)}`, {
        name,
      });
    }
  }
};

/** DEP-29: equal triggers side by side could not be told apart. */
const equalTriggers: Check = ({ nodes, processes, inside, boundariesOf, report }) => {
  const starts = (scope: ModdleElement) =>
    [scope, ...inside(scope).filter(isEventSubProcess)]
      .flatMap(inside)
      .filter((node) => is(node, 'bpmn:StartEvent'));
  const groups = [
    ...nodes.filter((node) => is(node, 'bpmn:Activity')).map(boundariesOf),
    ...[...processes, ...nodes.filter((node) => is(node, 'bpmn:SubProcess'))].map(starts),
  ];
  for (const group of groups) {
    const seen = new Set<string>();
    for (const event of group) {
      for (const definition of eventDefinitions(event)) {
        const key = triggerKey(event, definition);
        if (key === undefined) continue;
        if (seen.has(key))
          report(
            event,
            'DEP-29',
            `Expected different triggers side by side, but ${called(event)} repeats one`,
          );
        seen.add(key);
      }
    }
  }
};

/** Absent for triggers of which several side by side make sense. */
function triggerKey(event: ModdleElement, definition: ModdleElement): string | undefined {
  const place = isEventSubProcess(event.$parent) ? 'inner' : 'outer';
  const kind = kindOf(definition);
  if (kind === 'Message') return `${place} message ${ref(definition, 'messageRef')?.name ?? ''}`;
  if (kind === 'Signal') return `${place} signal ${ref(definition, 'signalRef')?.name ?? ''}`;
  if (kind === 'Error') return `${place} error ${text(ref(definition, 'errorRef'), 'errorCode') ?? ''}`;
  if (kind === 'Escalation')
    return `${place} escalation ${text(ref(definition, 'escalationRef'), 'escalationCode') ?? ''}`;
  return undefined;
}

export const eventChecks: readonly Check[] = [
  triggerPlaces,
  starts,
  boundaries,
  cancels,
  triggerNames,
  timers,
  links,
  equalTriggers,
];
