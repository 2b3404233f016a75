import type {
  ActivityOptions,
  CallActivityOptions,
  CommonOptions,
  DecisionTaskOptions,
  EventOptions,
  JobOptions,
  ListenerOptions,
  ScriptTaskOptions,
  UserTaskOptions,
} from './bpmn-options.ts';
import { xml, type XmlNode } from './xml-node.ts';

/** Messages, signals, errors and escalations are written beside the processes and named by reference. */
export class RootElements {
  readonly #nodes = new Map<string, XmlNode>();
  readonly #ids = new Set<string>();

  isTaken(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Ids are unique in a file, across processes and scopes; false when the id is taken. */
  claim(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }

  message(message: NonNullable<EventOptions['message']>): string {
    const { name, correlationKey } = typeof message === 'string' ? { name: message } : message;
    const subscription =
      correlationKey === undefined
        ? undefined
        : xml('bpmn:extensionElements', {}, [xml('zeebe:subscription', { correlationKey })]);
    return this.#reference('message', `${name}\n${correlationKey ?? ''}`, (id) =>
      xml('bpmn:message', { id, name }, [subscription]),
    );
  }

  signal(name: string): string {
    return this.#reference('signal', name, (id) => xml('bpmn:signal', { id, name }));
  }

  error(errorCode: string): string {
    return this.#reference('error', errorCode, (id) => xml('bpmn:error', { id, name: errorCode, errorCode }));
  }

  escalation(escalationCode: string): string {
    return this.#reference('escalation', escalationCode, (id) =>
      xml('bpmn:escalation', { id, name: escalationCode, escalationCode }),
    );
  }

  nodes(): XmlNode[] {
    return [...this.#nodes.values()];
  }

  #reference(kind: string, identity: string, create: (id: string) => XmlNode): string {
    const key = `${kind}\n${identity}`;
    const known = this.#nodes.get(key);
    if (known) return String(known.attributes['id']);
    const id = `${kind}_${[...this.#nodes.keys()].filter((other) => other.startsWith(`${kind}\n`)).length + 1}`;
    this.#nodes.set(key, create(id));
    return id;
  }
}

export function documentation(options: CommonOptions): XmlNode | undefined {
  return options.documentation === undefined
    ? undefined
    : xml('bpmn:documentation', {}, [options.documentation]);
}

/** `bpmn:extensionElements` of what every element may carry and of `own`; nothing where there is nothing. */
export function extensions(
  options: CommonOptions,
  own: readonly (XmlNode | undefined)[] = [],
): XmlNode | undefined {
  const children = [
    ...own,
    mappings(options),
    properties(options),
    listeners('execution', options.executionListeners),
  ];
  const present = children.filter((child) => child !== undefined);
  return present.length === 0 ? undefined : xml('bpmn:extensionElements', {}, present);
}

function mappings({ inputs = {}, outputs = {} }: CommonOptions): XmlNode | undefined {
  const children = [
    ...Object.entries(inputs).map(([target, source]) => xml('zeebe:input', { source, target })),
    ...Object.entries(outputs).map(([target, source]) => xml('zeebe:output', { source, target })),
  ];
  return children.length === 0 ? undefined : xml('zeebe:ioMapping', {}, children);
}

function properties({ properties: values = {} }: CommonOptions): XmlNode | undefined {
  const children = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((single) => xml('zeebe:property', { name, value: single })),
  );
  return children.length === 0 ? undefined : xml('zeebe:properties', {}, children);
}

export function headers(values: Readonly<Record<string, string>> | undefined): XmlNode | undefined {
  if (values === undefined) return undefined;
  const children = Object.entries(values).map(([key, value]) => xml('zeebe:header', { key, value }));
  return xml('zeebe:taskHeaders', {}, children);
}

function listeners(kind: 'execution' | 'task', values: readonly ListenerOptions[] = []): XmlNode | undefined {
  if (values.length === 0) return undefined;
  const children = values.map(({ event, type, retries, headers: own }) =>
    xml(`zeebe:${kind}Listener`, { eventType: event, type, retries }, [headers(own)]),
  );
  return xml(`zeebe:${kind}Listeners`, {}, children);
}

export function userTaskExtensions(options: UserTaskOptions): (XmlNode | undefined)[] {
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority } = options;
  const { formId, formBinding: bindingType, externalReference } = options;
  const some = (tag: string, attributes: XmlNode['attributes']): XmlNode | undefined =>
    Object.values(attributes).some((value) => value !== undefined) ? xml(tag, attributes) : undefined;
  return [
    xml('zeebe:userTask'),
    some('zeebe:assignmentDefinition', { assignee, candidateGroups, candidateUsers }),
    some('zeebe:taskSchedule', { dueDate, followUpDate }),
    some('zeebe:priorityDefinition', { priority }),
    some('zeebe:formDefinition', { formId, bindingType, externalReference }),
    headers(options.headers),
    listeners('task', options.taskListeners),
  ];
}

export function jobExtensions(
  id: string,
  options: Omit<JobOptions, keyof ActivityOptions>,
): (XmlNode | undefined)[] {
  return [
    xml('zeebe:taskDefinition', { type: options.type ?? id, retries: options.retries }),
    headers(options.headers),
  ];
}

export function scriptExtensions({ expression, resultVariable }: ScriptTaskOptions): XmlNode[] {
  return [xml('zeebe:script', { expression, resultVariable })];
}

export function decisionExtensions({ decisionId, resultVariable, binding }: DecisionTaskOptions): XmlNode[] {
  return [xml('zeebe:calledDecision', { decisionId, resultVariable, bindingType: binding })];
}

export function callExtensions(options: CallActivityOptions): XmlNode[] {
  const { processId, propagateAllChildVariables, propagateAllParentVariables, binding, versionTag } = options;
  return [
    xml('zeebe:calledElement', {
      processId,
      propagateAllChildVariables,
      propagateAllParentVariables,
      bindingType: binding,
      versionTag,
    }),
  ];
}

export function loopCharacteristics({ multiInstance, loop }: ActivityOptions): XmlNode | undefined {
  if (loop) {
    const { condition, testBefore, maximum } = loop;
    return xml('bpmn:standardLoopCharacteristics', { testBefore, loopMaximum: maximum }, [
      condition === undefined ? undefined : expression('bpmn:loopCondition', condition),
    ]);
  }
  if (!multiInstance) return undefined;
  const { collection, element, outputCollection, outputElement, sequential, completionCondition } =
    multiInstance;
  return xml('bpmn:multiInstanceLoopCharacteristics', { isSequential: sequential }, [
    xml('bpmn:extensionElements', {}, [
      xml('zeebe:loopCharacteristics', {
        inputCollection: collection,
        inputElement: element,
        outputCollection,
        outputElement,
      }),
    ]),
    completionCondition === undefined
      ? undefined
      : expression('bpmn:completionCondition', completionCondition),
  ]);
}

export function expression(tag: string, source: string): XmlNode {
  return xml(tag, { 'xsi:type': 'bpmn:tFormalExpression' }, [source]);
}

/** The event definitions of an event; none for a none event. */
export function eventDefinitions(id: string, options: EventOptions, roots: RootElements): XmlNode[] {
  const definitions: XmlNode[] = [];
  const define = (kind: string, attributes: XmlNode['attributes'] = {}, children: XmlNode[] = []): void => {
    definitions.push(xml(`bpmn:${kind}EventDefinition`, { id: `${id}_${kind}`, ...attributes }, children));
  };
  if (options.timer) {
    const { date, duration, cycle } = options.timer;
    const [tag, value] =
      date !== undefined
        ? ['timeDate', date]
        : duration !== undefined
          ? ['timeDuration', duration]
          : ['timeCycle', cycle];
    define('timer', {}, [expression(`bpmn:${tag}`, value ?? '')]);
  }
  if (options.message !== undefined) define('message', { messageRef: roots.message(options.message) });
  if (options.signal !== undefined) define('signal', { signalRef: roots.signal(options.signal) });
  if (options.error !== undefined) {
    define('error', options.error === '' ? {} : { errorRef: roots.error(options.error) });
  }
  if (options.escalation !== undefined) {
    define(
      'escalation',
      options.escalation === '' ? {} : { escalationRef: roots.escalation(options.escalation) },
    );
  }
  if (options.condition !== undefined)
    define('conditional', {}, [expression('bpmn:condition', options.condition)]);
  if (options.link !== undefined) define('link', { name: options.link });
  if (options.compensation !== undefined) {
    define('compensate', options.compensation === true ? {} : { activityRef: options.compensation });
  }
  if (options.cancel) define('cancel');
  if (options.terminate) define('terminate');
  return definitions;
}
