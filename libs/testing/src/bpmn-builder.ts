import {
  callExtensions,
  decisionExtensions,
  documentation,
  eventDefinitions,
  expression,
  extensions,
  jobExtensions,
  loopCharacteristics,
  RootElements,
  scriptExtensions,
  userTaskExtensions,
} from './bpmn-elements.ts';
import type {
  ActivityOptions,
  BoundaryOptions,
  CallActivityOptions,
  CommonOptions,
  DecisionTaskOptions,
  EventOptions,
  JobOptions,
  ProcessOptions,
  ReceiveTaskOptions,
  ScriptTaskOptions,
  SendTaskOptions,
  StartOptions,
  ThrowOptions,
  UserTaskOptions,
} from './bpmn-options.ts';
import { ScopeDraft } from './scope-draft.ts';
import { writeXml, xml, type XmlNode } from './xml-node.ts';

type Fill = (inside: ScopeBuilder) => unknown;

/**
 * One process or sub-process in the making. Each element method adds an element and a sequence flow from the
 * last one to it; `at` goes back to an element, `to` joins an existing one, `flow` says what the next flow
 * carries.
 */
export class ScopeBuilder extends ScopeDraft {
  /** A start event; without options a none start. */
  start(id = this.free('start'), options: StartOptions = {}): this {
    const form =
      options.formId === undefined ? undefined : xml('zeebe:formDefinition', { formId: options.formId });
    this.apart();
    return this.#event('startEvent', id, options, { isInterrupting: options.interrupting }, [form]);
  }

  /** An end event; without options a none end. The next element must be preceded by `at`. */
  end(id = this.free('end'), options: ThrowOptions = {}): this {
    this.#event('endEvent', id, options, {}, this.#thrown(id, options));
    this.apart();
    return this;
  }

  catchEvent(id: string, options: CommonOptions & EventOptions): this {
    return this.#event('intermediateCatchEvent', id, options);
  }

  throwEvent(id: string, options: ThrowOptions = {}): this {
    return this.#event('intermediateThrowEvent', id, options, {}, this.#thrown(id, options));
  }

  /** A boundary event on `attachedTo`; the next element follows it. */
  boundary(id: string, attachedTo: string, options: BoundaryOptions): this {
    this.apart();
    if (options.handler !== undefined) {
      this.associate(id, options.handler);
    }
    return this.#event('boundaryEvent', id, options, {
      attachedToRef: attachedTo,
      cancelActivity: options.interrupting === false ? false : undefined,
    });
  }

  task(id: string, options: ActivityOptions = {}): this {
    return this.#activity('task', id, options);
  }

  manualTask(id: string, options: ActivityOptions = {}): this {
    return this.#activity('manualTask', id, options);
  }

  userTask(id: string, options: UserTaskOptions = {}): this {
    return this.#activity('userTask', id, options, userTaskExtensions(options));
  }

  serviceTask(id: string, options: JobOptions = {}): this {
    return this.#activity('serviceTask', id, options, jobExtensions(id, options));
  }

  /** A job, or with `message` and no `type` a publication by the engine. */
  sendTask(id: string, options: SendTaskOptions = {}): this {
    const { message, type } = options;
    const own = message !== undefined && type === undefined ? [] : jobExtensions(id, options);
    const messageRef = message === undefined ? undefined : this.roots.message(message);
    return this.#activity('sendTask', id, options, own, { messageRef });
  }

  /** A script in FEEL; with `type` instead of `expression` use {@link scriptJob}. */
  scriptTask(id: string, options: ScriptTaskOptions): this {
    return this.#activity('scriptTask', id, options, scriptExtensions(options));
  }

  scriptJob(id: string, options: JobOptions = {}): this {
    return this.#activity('scriptTask', id, options, jobExtensions(id, options));
  }

  businessRuleTask(id: string, options: DecisionTaskOptions): this {
    return this.#activity('businessRuleTask', id, options, decisionExtensions(options));
  }

  receiveTask(id: string, options: ReceiveTaskOptions): this {
    return this.#activity('receiveTask', id, options, [], {
      messageRef: this.roots.message(options.message),
    });
  }

  callActivity(id: string, options: CallActivityOptions): this {
    return this.#activity('callActivity', id, options, callExtensions(options));
  }

  exclusive(id: string, options: CommonOptions = {}): this {
    return this.add('exclusiveGateway', id, options);
  }

  parallel(id: string, options: CommonOptions = {}): this {
    return this.add('parallelGateway', id, options);
  }

  inclusive(id: string, options: CommonOptions = {}): this {
    return this.add('inclusiveGateway', id, options);
  }

  complex(id: string, options: CommonOptions & { readonly activationCondition?: string } = {}): this {
    const condition = options.activationCondition;
    return this.add('complexGateway', id, options, {
      after: [condition === undefined ? undefined : expression('bpmn:activationCondition', condition)],
    });
  }

  eventBased(id: string, options: CommonOptions = {}): this {
    return this.add('eventBasedGateway', id, options);
  }

  subProcess(id: string, fill: Fill, options: ActivityOptions = {}): this {
    return this.#scope('subProcess', id, fill, options);
  }

  transaction(id: string, fill: Fill, options: ActivityOptions = {}): this {
    return this.#scope('transaction', id, fill, options);
  }

  adHocSubProcess(id: string, fill: Fill, options: ActivityOptions = {}): this {
    return this.#scope('adHocSubProcess', id, fill, options);
  }

  /** No flow reaches it, and the element before it stays the one that the next flow leaves. */
  eventSubProcess(id: string, fill: Fill, options: CommonOptions = {}): this {
    return this.aside(() => this.#scope('subProcess', id, fill, options, { triggeredByEvent: true }));
  }

  /** A compensation handler made by `build`: no flow reaches it. */
  handler(build: (scope: this) => unknown): this {
    return this.aside(() => build(this));
  }

  #event(
    tag: string,
    id: string,
    options: CommonOptions & EventOptions,
    attributes: XmlNode['attributes'] = {},
    own: readonly (XmlNode | undefined)[] = [],
  ): this {
    return this.add(tag, id, options, { attributes, own, after: eventDefinitions(id, options, this.roots) });
  }

  #thrown(id: string, options: ThrowOptions): (XmlNode | undefined)[] {
    return options.type === undefined ? [] : jobExtensions(id, options);
  }

  #activity(
    tag: string,
    id: string,
    options: ActivityOptions,
    own: readonly (XmlNode | undefined)[] = [],
    attributes: XmlNode['attributes'] = {},
  ): this {
    const isForCompensation = options.isForCompensation;
    return this.add(tag, id, options, {
      own,
      attributes: { ...attributes, isForCompensation },
      after: [loopCharacteristics(options)],
    });
  }

  #scope(
    tag: string,
    id: string,
    fill: Fill,
    options: ActivityOptions,
    attributes: XmlNode['attributes'] = {},
  ): this {
    const inside = new ScopeBuilder(this.roots, `${id}-`);
    fill(inside);
    const after = [loopCharacteristics(options), ...inside.children()];
    return this.add(tag, id, options, { attributes, after });
  }
}

export class ProcessBuilder extends ScopeBuilder {
  readonly #id: string;
  readonly #options: ProcessOptions;

  constructor(id: string, options: ProcessOptions, roots: RootElements) {
    super(roots);
    this.#id = id;
    this.#options = options;
  }

  /** The process alone in a BPMN file. */
  xml(): string {
    return writeDefinitions([this.node()], this.roots);
  }

  node(): XmlNode {
    const { name, executable = true, versionTag, attributes } = this.#options;
    const tag = versionTag === undefined ? undefined : xml('zeebe:versionTag', { value: versionTag });
    return xml('bpmn:process', { id: this.#id, name, isExecutable: executable, ...attributes }, [
      documentation(this.#options),
      extensions(this.#options, [tag]),
      ...this.children(),
    ]);
  }
}

/** `process('order').start().userTask('check').end().xml()` is an executable BPMN file in Zeebe's dialect. */
export function process(id: string, options: ProcessOptions = {}): ProcessBuilder {
  return new ProcessBuilder(id, options, new RootElements());
}

/** Several processes in one file: `definitions((make) => [make('a').start().end(), make('b').start().end()])`. */
export function definitions(
  fill: (make: (id: string, options?: ProcessOptions) => ProcessBuilder) => readonly ProcessBuilder[],
): string {
  const roots = new RootElements();
  const processes = fill((id, options = {}) => new ProcessBuilder(id, options, roots));
  return writeDefinitions(
    processes.map((built) => built.node()),
    roots,
  );
}

function writeDefinitions(processes: readonly XmlNode[], roots: RootElements): string {
  const namespaces = {
    'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xmlns:zeebe': 'http://camunda.org/schema/zeebe/1.0',
    id: 'definitions',
    targetNamespace: 'http://bpmn.io/schema/bpmn',
  };
  const node = xml('bpmn:definitions', namespaces, [...roots.nodes(), ...processes]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(node)}\n`;
}
