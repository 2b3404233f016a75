import type { ModdleElement } from '../moddle-element.ts';
import {
  type Check,
  called,
  type Diagram,
  eventDefinitions,
  hasDefinition,
  is,
  isEventSubProcess,
  list,
  ref,
} from './diagram.ts';

/** WARN-8: between two pools that are drawn, a message flow joins what publishes a message to what waits for it. */
const messageFlows: Check = ({ definitions, report }) => {
  for (const collaboration of list(definitions, 'rootElements').filter((root) =>
    is(root, 'bpmn:Collaboration'),
  ))
    for (const flow of list(collaboration, 'messageFlows')) {
      const [source, target] = [ref(flow, 'sourceRef'), ref(flow, 'targetRef')];
      // What a pool nobody has drawn does with a message is its own affair.
      if (!source || !target || is(source, 'bpmn:Participant') || is(target, 'bpmn:Participant')) continue;
      const sent = messageOf(source, 'throw');
      const awaited = messageOf(target, 'catch');
      const fits = sent === awaited || sent === 'any' || awaited === 'any';
      if (!fits || sent === undefined || awaited === undefined)
        report(
          flow,
          'WARN-8',
          `Expected message flow ${called(flow)} to lead from a sender to a receiver of one message`,
        );
    }
};

/** Name of the message an element sends or awaits, `any` where it says none, nothing where it does neither. */
function messageOf(element: ModdleElement, way: 'throw' | 'catch'): string | undefined {
  const task = way === 'throw' ? 'bpmn:SendTask' : 'bpmn:ReceiveTask';
  const event = way === 'throw' ? 'bpmn:ThrowEvent' : 'bpmn:CatchEvent';
  if (is(element, task)) return nameOf(ref(element, 'messageRef'));
  if (is(element, 'bpmn:ServiceTask') && way === 'throw') return 'any';
  const definition = eventDefinitions(element).find((one) => is(one, 'bpmn:MessageEventDefinition'));
  return is(element, event) && definition ? nameOf(ref(definition, 'messageRef')) : undefined;
}

const nameOf = (message: ModdleElement | undefined): string => message?.name ?? 'any';

/** WARN-9: a signal event sub-process that runs beside its scope and throws its own signal. */
const selfTriggering: Check = ({ nodes, inside, report }) => {
  for (const scope of nodes.filter(isEventSubProcess)) {
    const inner = inside(scope);
    const start = inner.find((node) => is(node, 'bpmn:StartEvent') && node.get('isInterrupting') === false);
    const thrown = inner.filter((node) => is(node, 'bpmn:ThrowEvent')).flatMap((node) => signalsOf(node));
    if (start && signalsOf(start).some((signal) => thrown.includes(signal)))
      report(scope, 'WARN-9', `Expected ${called(scope)} not to throw the signal that starts it`);
  }
};

function signalsOf(event: ModdleElement): ModdleElement[] {
  const signals = eventDefinitions(event).map((definition) =>
    is(definition, 'bpmn:SignalEventDefinition') ? ref(definition, 'signalRef') : undefined,
  );
  return signals.filter((signal) => signal !== undefined);
}

/** Largest drawing whose joins are examined, and how many questions are asked of it at most. */
const MOST_NODES = 1_000;
const MOST_PAIRS = 1_000;

/** WARN-11: a join to which only one of its flows can ever bring a token, or that awaits another join that awaits it. */
const starvingJoins: Check = (diagram) => {
  const { nodes, incoming, outgoing, report } = diagram;
  // The question grows with the square of the drawing; nobody reads its answer for thousands of nodes.
  if (nodes.length > MOST_NODES) return;
  const joins = nodes.filter((node) => is(node, 'bpmn:ParallelGateway') && incoming(node).length > 1);
  const choices = nodes.filter((node) => is(node, 'bpmn:ExclusiveGateway') && outgoing(node).length > 1);
  const inclusive = nodes.filter((node) => is(node, 'bpmn:InclusiveGateway') && incoming(node).length > 1);
  if (Math.max(joins.length * choices.length, inclusive.length ** 2) > MOST_PAIRS) return;
  for (const join of joins) {
    const splits = choices.filter((node) => node.$parent === join.$parent);
    if (splits.some((split) => isStarvedBy(diagram, join, split)))
      report(
        join,
        'WARN-11',
        `Expected tokens on every flow into ${called(join)}, but they come from an exclusive choice`,
      );
  }
  for (const join of inclusive) {
    const after = reachedFrom(diagram, [join]);
    if (
      inclusive.some((other) => other !== join && after.has(other) && reachedFrom(diagram, [other]).has(join))
    )
      report(join, 'WARN-11', `Expected ${called(join)} not to await another inclusive join that awaits it`);
  }
};

/** Two flows into the join get their tokens from this choice alone, each from another of its branches. */
function isStarvedBy(diagram: Diagram, join: ModdleElement, split: ModdleElement): boolean {
  const { inside, incoming, outgoing } = diagram;
  const scope = join.$parent;
  const starts = scope ? inside(scope).filter((node) => incoming(node).length === 0) : [];
  const without = reachedFrom(
    diagram,
    starts.filter((node) => node !== split),
    split,
  );
  const sources = incoming(join).map((flow) => ref(flow, 'sourceRef'));
  const branches = outgoing(split).map((flow) => reachedFrom(diagram, [ref(flow, 'targetRef')], split, join));
  const reached = sources.map((source, at) => {
    if (!source || (source !== split && without.has(source))) return undefined;
    const flow = incoming(join)[at];
    const through = branches.flatMap((branch, number) => {
      const direct = source === split && outgoing(split)[number] === flow;
      return direct || branch.has(source) ? [number] : [];
    });
    return through.length === 1 ? through[0] : undefined;
  });
  const distinct = new Set(reached.filter((branch) => branch !== undefined));
  return distinct.size > 1;
}

function reachedFrom(
  { outgoing, boundariesOf }: Diagram,
  from: readonly (ModdleElement | undefined)[],
  ...blocked: readonly ModdleElement[]
): ReadonlySet<ModdleElement> {
  const found = new Set<ModdleElement>();
  const open = [...from];
  for (let node = open.pop(); node || open.length > 0; node = open.pop()) {
    if (!node || found.has(node) || blocked.includes(node)) continue;
    found.add(node);
    open.push(...outgoing(node).map((flow) => ref(flow, 'targetRef')));
    open.push(...boundariesOf(node));
  }
  return found;
}

/** WARN-12: of a boundary handler and an event sub-process for compensation the boundary one runs. */
const twoHandlers: Check = ({ nodes, inside, boundariesOf, report }) => {
  for (const scope of nodes.filter((node) => is(node, 'bpmn:SubProcess'))) {
    const compensates = (node: ModdleElement) => hasDefinition(node, 'Compensate');
    const handlers = inside(scope).filter(isEventSubProcess).flatMap(inside);
    const within = handlers.some((node) => is(node, 'bpmn:StartEvent') && compensates(node));
    if (within && boundariesOf(scope).some(compensates))
      report(
        scope,
        'WARN-12',
        `Expected one handler of ${called(scope)}, but it has a boundary event and an event sub-process`,
      );
  }
};

/** Extensions of the dialect that the engine keeps without following them. */
const NOT_HONORED = [
  'zeebe:AgentDefinition',
  'zeebe:LinkedResources',
  'zeebe:JobPriorityDefinition',
  'zeebe:UserTaskForm',
];

/** WARN-16: foreign extensions, and those of the dialect that are not followed. */
const foreignExtensions: Check = ({ elements, report }) => {
  for (const element of elements) {
    const found = list(ref(element, 'extensionElements'), 'values').find(
      ({ $type }) => !$type.startsWith('zeebe:') || NOT_HONORED.includes($type),
    );
    if (found)
      report(
        element,
        'WARN-16',
        `Expected extensions that are followed, but ${found.$type} of ${called(element)} is only kept`,
        {
          extension: found.$type,
        },
      );
  }
};

/** WARN-19: an error or escalation that nobody in the file catches. */
const uncaught: Check = ({ nodes, report }) => {
  for (const kind of ['Error', 'Escalation'] as const) {
    const property = `${kind.toLowerCase()}Code`;
    const codeOf = (event: ModdleElement): unknown => {
      const definition = eventDefinitions(event).find((one) => is(one, `bpmn:${kind}EventDefinition`));
      return ref(definition, `${kind.toLowerCase()}Ref`)?.get(property) ?? undefined;
    };
    const events = nodes.filter((node) => hasDefinition(node, kind));
    const caught = events.filter((event) => is(event, 'bpmn:CatchEvent')).map(codeOf);
    if (caught.includes(undefined)) continue;
    for (const event of events.filter((one) => is(one, 'bpmn:ThrowEvent')))
      if (!caught.includes(codeOf(event)))
        report(
          event,
          'WARN-19',
          `Expected somebody to catch what ${called(event)} throws, but nobody in the file does`,
        );
  }
};

export const doubtChecks: readonly Check[] = [
  messageFlows,
  selfTriggering,
  starvingJoins,
  twoHandlers,
  foreignExtensions,
  uncaught,
];
