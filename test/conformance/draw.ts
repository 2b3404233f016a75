/**
 * Drawings of the conformance rows, in a few words: one element a line (`id kind options`), `{` and `}` around what
 * lies inside, and flows (`a > b > c : condition`). The result is a BPMN file.
 *
 *   s start            a user            g xor            b boundary on=a timer=PT1H beside
 *   s > a > g          g > e : x > 1     g > f : default
 */
interface Drawn {
  readonly id: string;
  readonly kind: string;
  readonly options: ReadonlyMap<string, string>;
  readonly inside: string[];
}

const TAGS: Readonly<Record<string, string>> = {
  start: 'startEvent',
  end: 'endEvent',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
  boundary: 'boundaryEvent',
  task: 'task',
  manual: 'manualTask',
  user: 'userTask',
  service: 'serviceTask',
  send: 'sendTask',
  receive: 'receiveTask',
  script: 'scriptTask',
  rule: 'businessRuleTask',
  call: 'callActivity',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  complex: 'complexGateway',
  event: 'eventBasedGateway',
  sub: 'subProcess',
  esp: 'subProcess',
  tx: 'transaction',
  adhoc: 'adHocSubProcess',
};

/** Attributes of the element itself that an option sets. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  on: 'attachedToRef',
  startQuantity: 'startQuantity',
  completionQuantity: 'completionQuantity',
  gateway: 'eventGatewayType',
  ordering: 'ordering',
  language: 'scriptFormat',
  calledElement: 'calledElement',
  method: 'method',
  implementation: 'implementation',
};

class Drawing {
  readonly roots = new Map<string, string>();
  readonly defaults = new Map<string, string>();
  readonly data: string[] = [];
  readonly flows: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly condition?: string;
  }[] = [];

  process(id: string, lines: readonly string[], attributes: string): string {
    const inside = [this.scope(lines), ...this.data].join('\n');
    const executable = attributes.includes('isExecutable') ? attributes : `${attributes} isExecutable="true"`;
    return `<process id="${id}"${executable}>\n${inside}\n</process>`;
  }

  scope(lines: readonly string[]): string {
    const elements: Drawn[] = [];
    const flows: string[] = [];
    const links: string[] = [];
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] ?? '';
      if (/^\S+ >/.test(line)) {
        flows.push(...this.readFlows(line));
        continue;
      }
      const inside: string[] = [];
      if (line.endsWith('{')) {
        let depth = 1;
        while (depth > 0) {
          const next = lines[++at] ?? '}';
          depth += next.endsWith('{') ? 1 : next === '}' ? -1 : 0;
          if (depth > 0) inside.push(next);
        }
      }
      const [id = '', kind = '', ...words] = wordsOf(line.replace(/\{$/, '').trim());
      elements.push({ id, kind, options: optionsOf(words), inside });
    }
    const drawn = elements.map((element) => this.element(element, links));
    return [...drawn, ...flows, ...links].join('\n');
  }

  readFlows(line: string): string[] {
    const [chain = '', note = ''] = line.split(/ : (.*)/s);
    const ids = chain.split('>').map((id) => id.trim());
    return ids.slice(1).map((to, at) => {
      const from = ids[at] ?? '';
      const last = at === ids.length - 2;
      const count = this.flows.filter((flow) => flow.from === from && flow.to === to).length;
      const id = `${from}-${to}${count > 0 ? `-${count + 1}` : ''}`;
      const isDefault = last && note.startsWith('default');
      const condition = last ? note.replace(/^default ?/, '') : '';
      if (isDefault) this.defaults.set(from, id);
      this.flows.push({ id, from, to, ...(condition && { condition }) });
      const inside = condition ? `<conditionExpression>=${escape(condition)}</conditionExpression>` : '';
      return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
    });
  }

  element({ id, kind, options, inside }: Drawn, links: string[]): string {
    const tag = TAGS[kind];
    if (!tag) throw new Error(`Expected a kind of element, but '${kind}' of '${id}' is none`);
    const attributes = new Map<string, string>([['id', id]]);
    for (const [option, attribute] of Object.entries(ATTRIBUTES))
      if (options.has(option)) attributes.set(attribute, options.get(option) ?? '');
    if (kind === 'esp') attributes.set('triggeredByEvent', 'true');
    if (options.has('beside'))
      attributes.set(kind === 'start' ? 'isInterrupting' : 'cancelActivity', 'false');
    if (options.has('all')) attributes.set('parallelMultiple', 'true');
    if (options.has('instantiate')) attributes.set('instantiate', 'true');
    if (options.has('undoes')) attributes.set('isForCompensation', 'true');
    if (options.has('keepRemaining')) attributes.set('cancelRemainingInstances', 'false');
    if (this.defaultOf(id)) attributes.set('default', this.defaultOf(id) ?? '');
    if (kind === 'receive' || kind === 'send') {
      const message = options.get('message');
      if (message !== undefined) attributes.set('messageRef', this.message(message));
    }
    if (options.has('handler'))
      links.push(
        `<association id="${id}-association" sourceRef="${id}" targetRef="${options.get('handler')}" associationDirection="One"/>`,
      );
    if (options.get('calledElement') === 'global') this.roots.set('global', '<globalUserTask id="global"/>');
    const content = [
      this.extensions(id, kind, options),
      kind === 'receive' || kind === 'send' ? '' : this.definitions(kind, options),
      this.loop(options),
      options.has('script') ? `<script>${escape(options.get('script') ?? '')}</script>` : '',
      options.has('activation')
        ? `<activationCondition>=${escape(options.get('activation') ?? '')}</activationCondition>`
        : '',
      kind === 'adhoc' && options.has('until')
        ? `<completionCondition>=${escape(options.get('until') ?? '')}</completionCondition>`
        : '',
      this.scope(inside),
    ].filter((part) => part !== '');
    const written = [...attributes].map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
    return `<${tag}${written}>${content.join('\n')}</${tag}>`;
  }

  /** Flows may be drawn below their source: the default is looked up in the whole drawing. */
  defaultOf(id: string): string | undefined {
    return this.defaults.get(id);
  }

  extensions(id: string, kind: string, options: ReadonlyMap<string, string>): string {
    const of = (prefix: string): [string, string][] =>
      [...options]
        .filter(([name]) => name.startsWith(`${prefix}.`))
        .map(([name, value]) => [name.slice(prefix.length + 1), value]);
    const parts: string[] = [];
    if (kind === 'user') parts.push('<zeebe:userTask/>');
    const attributes = (values: readonly [string, string][]): string =>
      values.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
    if (kind === 'service' || options.has('type'))
      parts.push(
        `<zeebe:taskDefinition type="${escape(options.get('type') ?? id)}"${options.has('retries') ? ` retries="${options.get('retries')}"` : ''}/>`,
      );
    if (options.has('assign'))
      parts.push(`<zeebe:assignmentDefinition assignee="${escape(options.get('assign') ?? '')}"/>`);
    if (options.has('groups'))
      parts.push(`<zeebe:assignmentDefinition candidateGroups="${escape(options.get('groups') ?? '')}"/>`);
    if (options.has('due')) parts.push(`<zeebe:taskSchedule dueDate="${escape(options.get('due') ?? '')}"/>`);
    if (options.has('priority'))
      parts.push(`<zeebe:priorityDefinition priority="${escape(options.get('priority') ?? '')}"/>`);
    if (options.has('feel'))
      parts.push(
        `<zeebe:script expression="=${escape(options.get('feel') ?? '')}" resultVariable="${options.get('result') ?? 'result'}"/>`,
      );
    if (options.has('decision'))
      parts.push(
        `<zeebe:calledDecision decisionId="${escape(options.get('decision') ?? '')}" resultVariable="${options.get('result') ?? 'result'}"/>`,
      );
    if (options.has('calls'))
      parts.push(
        `<zeebe:calledElement processId="${escape(options.get('calls') ?? '')}"${attributes(of('call'))}/>`,
      );
    const adhoc: [string, string][] = [
      ['activeElementsCollection', 'starts'],
      ['outputCollection', 'gathers'],
      ['outputElement', 'gives'],
    ].flatMap(([attribute = '', option = '']) =>
      kind === 'adhoc' && options.has(option)
        ? [[attribute, `${option === 'gathers' ? '' : '='}${options.get(option)}`] as [string, string]]
        : [],
    );
    if (adhoc.length > 0) parts.push(`<zeebe:adHoc${attributes(adhoc)}/>`);
    const inputs = of('in').map(
      ([target, source]) => `<zeebe:input source="=${escape(source)}" target="${target}"/>`,
    );
    const outputs = of('out').map(
      ([target, source]) => `<zeebe:output source="=${escape(source)}" target="${target}"/>`,
    );
    if (inputs.length + outputs.length > 0)
      parts.push(`<zeebe:ioMapping>${inputs.join('')}${outputs.join('')}</zeebe:ioMapping>`);
    const listeners = of('listen').map(
      ([on, type]) => `<zeebe:executionListener eventType="${on}" type="${type}"/>`,
    );
    if (listeners.length > 0)
      parts.push(`<zeebe:executionListeners>${listeners.join('')}</zeebe:executionListeners>`);
    const watchers = of('task').map(([on, type]) => `<zeebe:taskListener eventType="${on}" type="${type}"/>`);
    if (watchers.length > 0) parts.push(`<zeebe:taskListeners>${watchers.join('')}</zeebe:taskListeners>`);
    const properties = of('property').map(
      ([name, value]) => `<zeebe:property name="${name}" value="${escape(value)}"/>`,
    );
    if (properties.length > 0) parts.push(`<zeebe:properties>${properties.join('')}</zeebe:properties>`);
    return parts.length === 0 ? '' : `<extensionElements>${parts.join('')}</extensionElements>`;
  }

  definitions(kind: string, options: ReadonlyMap<string, string>): string {
    if (!/start|end|catch|throw|boundary/.test(kind)) return '';
    const parts: string[] = [];
    const references: string[] = [];
    const define = (name: string, attributes = '', inside = ''): void => {
      parts.push(`<${name}EventDefinition${attributes}>${inside}</${name}EventDefinition>`);
    };
    for (const [name, value] of options) {
      const [option = ''] = name.split('#');
      if (option === 'timer') define('timer', '', `<timeDuration>${escape(value)}</timeDuration>`);
      if (option === 'date') define('timer', '', `<timeDate>${escape(value)}</timeDate>`);
      if (option === 'cycle') define('timer', '', `<timeCycle>${escape(value)}</timeCycle>`);
      if (option === 'message') define('message', ` messageRef="${this.message(value)}"`);
      if (option === 'signal')
        define(
          'signal',
          value === '' ? '' : ` signalRef="${this.root('signal', value, `name="${escape(value)}"`)}"`,
        );
      if (option === 'error')
        define(
          'error',
          value === '' ? '' : ` errorRef="${this.root('error', value, `errorCode="${escape(value)}"`)}"`,
        );
      if (option === 'escalation')
        define(
          'escalation',
          value === ''
            ? ''
            : ` escalationRef="${this.root('escalation', value, `escalationCode="${escape(value)}"`)}"`,
        );
      if (option === 'when')
        define(
          'conditional',
          '',
          `${options.has('onChange') ? `<extensionElements><zeebe:conditionalFilter variableEvents="${options.get('onChange')}"/></extensionElements>` : ''}<condition>=${escape(value)}</condition>`,
        );
      if (option === 'link') define('link', ` name="${value}"`);
      if (option === 'compensate')
        define(
          'compensate',
          `${value === '' ? '' : ` activityRef="${value}"`}${options.has('nowait') ? ' waitForCompletion="false"' : ''}`,
        );
      if (option === 'cancel') define('cancel');
      if (option === 'terminate') define('terminate');
      if (option === 'shares') {
        const signal = this.root('signal', value, `name="${escape(value)}"`);
        this.roots.set(
          `definition ${value}`,
          `<signalEventDefinition id="definition_${value}" signalRef="${signal}"/>`,
        );
        references.push(`<eventDefinitionRef>definition_${value}</eventDefinitionRef>`);
      }
    }
    return [...parts, ...references].join('');
  }

  loop(options: ReadonlyMap<string, string>): string {
    const each = options.get('each');
    const number = options.get('number');
    if (each !== undefined || number !== undefined) {
      const attribute = (name: string, option: string, feel = ''): string =>
        options.has(option) ? ` ${name}="${feel}${escape(options.get(option) ?? '')}"` : '';
      const zeebe =
        each === undefined
          ? ''
          : `<extensionElements><zeebe:loopCharacteristics inputCollection="=${escape(each)}"${attribute('inputElement', 'as')}${attribute('outputCollection', 'gathers')}${attribute('outputElement', 'gives', '=')}/></extensionElements>`;
      const cardinality = number === undefined ? '' : `<loopCardinality>=${escape(number)}</loopCardinality>`;
      const until = options.has('until')
        ? `<completionCondition>=${escape(options.get('until') ?? '')}</completionCondition>`
        : '';
      const behavior = options.has('behavior') ? ` behavior="${options.get('behavior')}"` : '';
      const event = options.get('throws');
      if (event !== undefined)
        this.roots.set(
          `definition ${event}`,
          `<signalEventDefinition id="definition_${event}" signalRef="${this.root('signal', event, `name="${event}"`)}"/>`,
        );
      const reference =
        event === undefined || options.get('behavior') === 'Complex'
          ? ''
          : ` ${(options.get('behavior') ?? '').toLowerCase()}BehaviorEventRef="definition_${event}"`;
      const complex =
        options.get('behavior') === 'Complex'
          ? `<complexBehaviorDefinition><condition>=${escape(options.get('throwsWhen') ?? '')}</condition><event><signalEventDefinition signalRef="${this.root('signal', event ?? '', `name="${event}"`)}"/></event></complexBehaviorDefinition>`
          : '';
      return `<multiInstanceLoopCharacteristics${options.has('sequential') ? ' isSequential="true"' : ''}${behavior}${reference}>${zeebe}${cardinality}${complex}${until}</multiInstanceLoopCharacteristics>`;
    }
    const [list, item] = (options.get('data') ?? '').split(',');
    if (list && item) {
      this.data.push(`<dataObject id="${list}-object" name="${list}"/>`);
      return `<multiInstanceLoopCharacteristics><loopDataInputRef>${list}-object</loopDataInputRef><inputDataItem id="${item}-data" name="${item}"/></multiInstanceLoopCharacteristics>`;
    }
    if (!options.has('loop') && !options.has('max')) return '';
    const condition = options.get('loop');
    return `<standardLoopCharacteristics${options.has('before') ? ' testBefore="true"' : ''}${options.has('max') ? ` loopMaximum="${options.get('max')}"` : ''}>${condition ? `<loopCondition>=${escape(condition)}</loopCondition>` : ''}</standardLoopCharacteristics>`;
  }

  /** `name` or `name/key`, the key an expression. */
  message(text: string): string {
    const [name = '', key] = text.split(/\/(.*)/s);
    const extension = key
      ? `<extensionElements><zeebe:subscription correlationKey="=${escape(key)}"/></extensionElements>`
      : '';
    return this.root('message', text, `name="${escape(name)}"`, extension);
  }

  root(kind: string, identity: string, attributes: string, inside = ''): string {
    const known = [...this.roots.keys()];
    const key = `${kind} ${identity}`;
    const at = known.includes(key) ? known.indexOf(key) : known.length;
    const id = `${kind}_${at}`;
    if (!known.includes(key)) this.roots.set(key, `<${kind} id="${id}" ${attributes}>${inside}</${kind}>`);
    return id;
  }
}

/** The BPMN file of a drawing; `process id {` … `}` where there are several processes. */
export function draw(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s*\/\/.*$/, '').trim())
    .filter((line) => line !== '');
  const drawing = new Drawing();
  // Defaults are known before elements are written, whatever the order of lines.
  for (const line of lines) if (/^\S+ >/.test(line)) drawing.readFlows(line);
  drawing.flows.length = 0;
  const processes: string[] = [];
  if (!lines[0]?.startsWith('process ')) processes.push(drawing.process('main', lines, ''));
  for (let at = 0; at < lines.length && lines[0]?.startsWith('process '); at++) {
    const [, id = '', ...words] = wordsOf((lines[at] ?? '').replace(/\{$/, '').trim());
    const end = lines.findIndex(
      (line, index) => index > at && line === '}' && balanced(lines.slice(at, index + 1)),
    );
    const attributes = [...optionsOf(words)].map(([name, value]) => ` ${name}="${value}"`).join('');
    processes.push(drawing.process(id, lines.slice(at + 1, end), attributes));
    at = end;
  }
  const header =
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions ${header} id="definitions" targetNamespace="conformance">\n${[...drawing.roots.values(), ...processes].join('\n')}\n</definitions>`;
}

function balanced(lines: readonly string[]): boolean {
  return lines.filter((line) => line.endsWith('{')).length === lines.filter((line) => line === '}').length;
}

/** Words at spaces; `"…"` keeps them together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g)].map(([word]) => word);
}

/** `name`, `name=value` or `name="value with \"quotes\" and spaces"`; a name twice is kept as `name#2`. */
function optionsOf(words: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (const word of words) {
    const [name = '', raw = ''] = word.split(/=(.*)/s);
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('\\"', '"') : raw;
    options.set(options.has(name) ? `${name}#${options.size}` : name, value);
  }
  return options;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
