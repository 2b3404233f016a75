import { definitions, extensions, loop } from './draw-parts.ts';
import { escape, Roots } from './draw-roots.ts';

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
  readonly roots = new Roots();
  readonly defaults = new Map<string, string>();
  readonly flows: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly condition?: string;
  }[] = [];

  process(id: string, lines: readonly string[], attributes: string): string {
    const inside = [this.scope(lines), ...this.roots.data].join('\n');
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
      if (message !== undefined) attributes.set('messageRef', this.roots.message(message));
    }
    if (options.has('handler'))
      links.push(
        `<association id="${id}-association" sourceRef="${id}" targetRef="${options.get('handler')}" associationDirection="One"/>`,
      );
    if (options.get('calledElement') === 'global')
      this.roots.nodes.set('global', '<globalUserTask id="global"/>');
    const content = [
      extensions(id, kind, options),
      kind === 'receive' || kind === 'send' ? '' : definitions(kind, options, this.roots),
      loop(options, this.roots),
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
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions ${header} id="definitions" targetNamespace="conformance">\n${[...drawing.roots.nodes.values(), ...processes].join('\n')}\n</definitions>`;
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
