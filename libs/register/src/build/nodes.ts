import type { SheetStep } from '../sheet/sheet.schema.ts';
import type { Connection, FlowGraph, FlowNode } from './flow-graph.ts';
import type { BuildContext } from './build-context.ts';
import type { Create, ModdleObject } from './moddle.ts';
import { originEntries } from './sources.ts';
import { calledDecision } from './decision.ts';
import { correlationOf, endDefinitions, startEvent, thrown, trigger } from './events.ts';
import { repetition, repetitionInputs } from './repetition.ts';
import { type Extend, userTask } from './user-task.ts';
import { variablesOfGraph } from './variables.ts';
import { mappings, type Zeebe } from './zeebe.ts';

/** The BPMN elements of a graph, connected, in its order; boundary events refer to their hosts. */
export function elementsOfGraph(graph: FlowGraph, context: BuildContext): ModdleObject[] {
  const elements = new Map(graph.nodes.map((node) => [node.id, elementOf(node, context)]));
  const find = (id: string): ModdleObject => {
    const element = elements.get(id);
    if (element === undefined) throw new Error(`Expected a node '${id}', but the flow has none`);
    return element;
  };
  for (const node of graph.nodes) {
    if (node.kind === 'boundary') find(node.id).set('attachedToRef', find(node.host));
  }
  const incoming = new Map<string, ModdleObject[]>();
  const outgoing = new Map<string, ModdleObject[]>();
  const flows = graph.connections.map((connection) => {
    const source = find(connection.from);
    const flow = context.create('bpmn:SequenceFlow', {
      id: connection.id,
      ...flowText(connection, source, context.create),
      sourceRef: source,
      targetRef: find(connection.to),
      ...(connection.condition === undefined
        ? {}
        : { conditionExpression: context.create('bpmn:FormalExpression', { body: connection.condition }) }),
    });
    if (connection.otherwise) source.set('default', flow);
    outgoing.set(connection.from, [...(outgoing.get(connection.from) ?? []), flow]);
    incoming.set(connection.to, [...(incoming.get(connection.to) ?? []), flow]);
    return flow;
  });
  const places = new Map(graph.connections.map(({ id, place }) => [id, place]));
  const place = ({ id }: ModdleObject): number => places.get(id ?? '') ?? 0;
  for (const [id, element] of elements) {
    element.set('incoming', incoming.get(id) ?? []);
    const branches = outgoing.get(id) ?? [];
    element.set(
      'outgoing',
      branches.sort((one, other) => place(one) - place(other)),
    );
  }
  return [...elements.values(), ...flows];
}

/** The outcome of a decision stands on its flow; a parallel track's name does not, it is kept as documentation. */
function flowText({ label }: Connection, source: ModdleObject, create: Create): Record<string, unknown> {
  if (label === '') return {};
  return source.$type === 'bpmn:ParallelGateway'
    ? { documentation: [create('bpmn:Documentation', { text: label })] }
    : { name: label };
}

function elementOf(node: FlowNode, context: BuildContext): ModdleObject {
  const { create, zeebe } = context;
  const step = context.sheet.steps[node.id];
  const origin = zeebe.properties(originEntries(node.origin, context.sources));
  const extend = (...values: (ModdleObject | undefined)[]): ModdleObject | undefined =>
    zeebe.extensions([...values, origin]);
  const common = {
    id: node.id,
    ...(node.name === '' ? {} : { name: node.name }),
    ...(step?.documentation === undefined
      ? {}
      : { documentation: [create('bpmn:Documentation', { text: step.documentation })] }),
  };
  switch (node.kind) {
    case 'start':
      return startEvent(node, common, context, origin);
    case 'task':
      return taskElement(node, common, context, extend);
    case 'wait':
      return create('bpmn:IntermediateCatchEvent', {
        ...common,
        eventDefinitions: [trigger(node.id, node.trigger, context)],
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
    case 'exclusive':
      return create('bpmn:ExclusiveGateway', { ...common, extensionElements: extend() });
    case 'parallel':
      return create('bpmn:ParallelGateway', { ...common, extensionElements: extend() });
    case 'inclusive':
      return create('bpmn:InclusiveGateway', { ...common, extensionElements: extend() });
    case 'throw':
      return create('bpmn:IntermediateThrowEvent', {
        ...common,
        eventDefinitions: [thrown(node.id, node.trigger, context)],
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
    case 'end':
      return create('bpmn:EndEvent', {
        ...common,
        eventDefinitions: endDefinitions(node, context),
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
    case 'subprocess':
      return create('bpmn:SubProcess', {
        ...common,
        flowElements: elementsOfGraph(node.inner, context),
        loopCharacteristics: repetition(node.repeat, variablesOfGraph(node.inner, context.sheet), context),
        extensionElements: extend(
          zeebe.ioMapping(
            [
              ...mappings(step?.inputs ?? {}),
              ...repetitionInputs(node.repeat, variablesOfGraph(node.inner, context.sheet)),
            ],
            mappings(step?.outputs ?? {}),
          ),
        ),
      });
    case 'event':
      return eventSubProcess(node, common, context, extend);
    case 'boundary':
      return create('bpmn:BoundaryEvent', {
        ...common,
        cancelActivity: node.interrupting,
        eventDefinitions: [trigger(node.id, node.trigger, context)],
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
  }
}

function taskElement(
  node: Extract<FlowNode, { kind: 'task' }>,
  given: Record<string, unknown>,
  context: BuildContext,
  extend: Extend,
): ModdleObject {
  const { create, zeebe, sheet, message } = context;
  const { task } = node;
  const step = sheet.steps[node.id];
  const mapping = stepMapping(step)(zeebe);
  const job = (type: string): ModdleObject => zeebe.element('TaskDefinition', { type, retries: '3' });
  const headers = zeebe.headers(step?.headers ?? {});
  const common = {
    ...given,
    loopCharacteristics: repetition(node.repeat, Object.keys(step?.outputs ?? {}), context),
  };
  switch (task.type) {
    case 'user':
      return userTask(node, given, context, extend);
    case 'manual':
      return create('bpmn:ManualTask', { ...common, extensionElements: extend() });
    case 'script':
      return create('bpmn:ScriptTask', { ...common, extensionElements: extend(scriptOf(step, zeebe)) });
    case 'service':
      return create('bpmn:ServiceTask', {
        ...common,
        extensionElements: extend(job(task.job), mapping, headers),
      });
    case 'send':
      return create('bpmn:SendTask', {
        ...common,
        extensionElements: extend(job(task.job), mapping, headers),
      });
    case 'receive':
      return create('bpmn:ReceiveTask', {
        ...common,
        messageRef: message(task.message, correlationOf(node.id, sheet)),
        extensionElements: extend(mapping),
      });
    case 'rule':
      return create('bpmn:BusinessRuleTask', {
        ...common,
        extensionElements: extend(calledDecision(task.decision, context), mapping),
      });
    case 'call':
      return create('bpmn:CallActivity', {
        ...common,
        extensionElements: extend(
          zeebe.element('CalledElement', {
            processId: task.process,
            bindingType: 'latest',
            propagateAllChildVariables: false,
            propagateAllParentVariables: false,
          }),
          mapping,
        ),
      });
  }
}

/** BPMN 2.0.2 §13.5.4: an event sub-process starts by the one start event it holds. */
function eventSubProcess(
  node: Extract<FlowNode, { kind: 'event' }>,
  common: Record<string, unknown>,
  context: BuildContext,
  extend: Extend,
): ModdleObject {
  const flowElements = elementsOfGraph(node.inner, context);
  if (!node.interrupting) flowElements[0]?.set('isInterrupting', false);
  return context.create('bpmn:SubProcess', {
    ...common,
    triggeredByEvent: true,
    flowElements,
    extensionElements: extend(),
  });
}

function stepMapping(step: SheetStep | undefined): (zeebe: Zeebe) => ModdleObject | undefined {
  return (zeebe) => zeebe.ioMapping(mappings(step?.inputs ?? {}), mappings(step?.outputs ?? {}));
}

/** A calculation sets one variable: the first output of the step. */
function scriptOf(step: SheetStep | undefined, zeebe: Zeebe): ModdleObject {
  const [output] = Object.entries(step?.outputs ?? {});
  if (output === undefined) throw new Error('Expected an output on a step "(calcolo)", but found none');
  return zeebe.element('Script', { resultVariable: output[0], expression: output[1] });
}
