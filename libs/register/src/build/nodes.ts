import type { SheetStep } from '../sheet/sheet.schema.ts';
import type { Connection, FlowGraph, FlowNode } from './flow-graph.ts';
import type { BuildContext } from './build-context.ts';
import type { Create, ModdleObject } from './moddle.ts';
import { originEntries } from './sources.ts';
import { type Extend, userTask } from './user-task.ts';
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
    case 'end':
      return create('bpmn:EndEvent', {
        ...common,
        eventDefinitions: endDefinition(node, context),
        extensionElements: extend(endExtension(node, zeebe), stepMapping(step)(zeebe)),
      });
    case 'subprocess':
      return create('bpmn:SubProcess', {
        ...common,
        flowElements: elementsOfGraph(node.inner, context),
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
    case 'boundary':
      return create('bpmn:BoundaryEvent', {
        ...common,
        cancelActivity: node.interrupting,
        eventDefinitions: [trigger(node.id, node.trigger, context)],
        extensionElements: extend(stepMapping(step)(zeebe)),
      });
  }
}

function startEvent(
  node: Extract<FlowNode, { kind: 'start' }>,
  common: Record<string, unknown>,
  { sheet, create, zeebe, formId, message }: BuildContext,
  origin: ModdleObject | undefined,
): ModdleObject {
  const { trigger: given } = node;
  const own = sheet.starts.find(({ id }) => id === node.id);
  const isMain = given.type === 'none' && node.id === 'avvio';
  const form =
    isMain && sheet.start.form !== undefined
      ? zeebe.element('FormDefinition', { formId: formId(sheet.start.form), bindingType: 'deployment' })
      : undefined;
  const definitions = {
    none: () => [],
    cron: () => [
      create('bpmn:TimerEventDefinition', {
        id: `${node.id}-timer`,
        timeCycle: create('bpmn:FormalExpression', { body: given.type === 'cron' ? given.value : '' }),
      }),
    ],
    message: () => [
      create('bpmn:MessageEventDefinition', {
        id: `${node.id}-messaggio`,
        messageRef: message(given.type === 'message' ? given.message : '', undefined),
      }),
    ],
  };
  return create('bpmn:StartEvent', {
    ...common,
    eventDefinitions: definitions[given.type](),
    extensionElements: zeebe.extensions([form, zeebe.ioMapping([], mappings(own?.set ?? {})), origin]),
  });
}

function taskElement(
  node: Extract<FlowNode, { kind: 'task' }>,
  common: Record<string, unknown>,
  context: BuildContext,
  extend: Extend,
): ModdleObject {
  const { create, zeebe, sheet, message } = context;
  const { task } = node;
  const step = sheet.steps[node.id];
  const mapping = stepMapping(step)(zeebe);
  const job = (type: string): ModdleObject => zeebe.element('TaskDefinition', { type, retries: '3' });
  const headers = zeebe.headers(step?.headers ?? {});
  switch (task.type) {
    case 'user':
      return userTask(node, common, context, extend);
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
        messageRef: message(task.message, step?.correlation),
        extensionElements: extend(mapping),
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

function stepMapping(step: SheetStep | undefined): (zeebe: Zeebe) => ModdleObject | undefined {
  return (zeebe) => zeebe.ioMapping(mappings(step?.inputs ?? {}), mappings(step?.outputs ?? {}));
}

/** A calculation sets one variable: the first output of the step. */
function scriptOf(step: SheetStep | undefined, zeebe: Zeebe): ModdleObject {
  const [output] = Object.entries(step?.outputs ?? {});
  if (output === undefined) throw new Error('Expected an output on a step "(calcolo)", but found none');
  return zeebe.element('Script', { resultVariable: output[0], expression: output[1] });
}

type AnyTrigger = Extract<FlowNode, { kind: 'boundary' }>['trigger'];

function trigger(
  id: string,
  given: AnyTrigger,
  { sheet, create, message, error }: BuildContext,
): ModdleObject {
  switch (given.type) {
    case 'timer': {
      const isDuration = given.value.startsWith('P') || given.value.startsWith('=duration(');
      return create('bpmn:TimerEventDefinition', {
        id: `${id}-timer`,
        [isDuration ? 'timeDuration' : 'timeDate']: create('bpmn:FormalExpression', { body: given.value }),
      });
    }
    case 'message':
      return create('bpmn:MessageEventDefinition', {
        id: `${id}-messaggio`,
        messageRef: message(given.message, sheet.steps[id]?.correlation),
      });
    case 'error':
      return create('bpmn:ErrorEventDefinition', { id: `${id}-errore`, errorRef: error(given.code) });
  }
}

function endDefinition(
  { id, end }: Extract<FlowNode, { kind: 'end' }>,
  context: BuildContext,
): ModdleObject[] {
  const { create, message, error } = context;
  switch (end.type) {
    case 'none':
      return [];
    case 'terminate':
      return [create('bpmn:TerminateEventDefinition', { id: `${id}-termina` })];
    case 'error':
      return [create('bpmn:ErrorEventDefinition', { id: `${id}-errore`, errorRef: error(end.code) })];
    case 'message':
      return [
        create('bpmn:MessageEventDefinition', {
          id: `${id}-messaggio`,
          messageRef: message(end.message, undefined),
        }),
      ];
  }
}

function endExtension({ end }: Extract<FlowNode, { kind: 'end' }>, zeebe: Zeebe): ModdleObject | undefined {
  return end.type === 'message'
    ? zeebe.element('TaskDefinition', { type: `iter:message:${end.message}`, retries: '3' })
    : undefined;
}
