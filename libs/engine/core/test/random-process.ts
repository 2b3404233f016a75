import { repeats, SIGNALS } from './random-parts.ts';
import { randomOf } from './random.ts';

interface Block {
  readonly first: string;
  readonly last: string;
}

/**
 * A block-structured process: whatever happens in it, it can be brought to its end. Everything that waits is
 * answered by `drive`: tasks and jobs, timers, message `m` (any key), signals `S0` to `S2`.
 */
export class RandomProcess {
  readonly kinds = new Map<string, number>();
  readonly #random: () => number;
  #lines: string[] = [];
  #count = 0;
  #budget: number;

  constructor(seed: number, size = 14) {
    this.#random = randomOf(seed);
    this.#budget = size;
  }

  xml(): string {
    const body = this.#scope(0);
    const roots = `${SIGNALS}<message id="message0" name="m"/><message id="message1" name="thrown"/><error id="error0" errorCode="E"/><escalation id="escalation0" escalationCode="W"/>`;
    return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="random">${roots}<process id="random" isExecutable="true">${body}</process></definitions>`;
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #add(tag: string, attributes = '', inside = ''): string {
    const id = `n${++this.#count}`;
    this.kinds.set(tag, (this.kinds.get(tag) ?? 0) + 1);
    this.#lines.push(`<${tag} id="${id}"${attributes}>${inside}</${tag}>`);
    return id;
  }

  #flow(from: string, to: string, condition?: string): string {
    const id = `f${++this.#count}`;
    const inside = condition === undefined ? '' : `<conditionExpression>=${condition}</conditionExpression>`;
    this.#lines.push(
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`,
    );
    return id;
  }

  /** The content of a scope, with a start event and perhaps event sub-processes. */
  #scope(depth: number): string {
    const outer = this.#lines;
    this.#lines = [];
    const start = this.#add('startEvent');
    const body = this.#sequence(depth);
    this.#flow(start, body.first);
    if (this.#chance(0.6)) this.#flow(body.last, this.#add('endEvent'));
    if (this.#chance(0.2) && depth < 3) this.#eventSubProcess(depth);
    const content = this.#lines.join('');
    this.#lines = outer;
    return content;
  }

  #eventSubProcess(depth: number): void {
    const interrupting = this.#chance(0.3);
    const outer = this.#lines;
    this.#lines = [];
    const start = this.#add('startEvent', ` isInterrupting="${interrupting}"`, this.#trigger(2));
    const body = this.#sequence(depth + 1);
    this.#flow(start, body.first);
    const content = this.#lines.join('');
    this.#lines = outer;
    this.#add('subProcess', ' triggeredByEvent="true"', content);
  }

  /** An event sub-process hears no signal that is thrown inside: it could start itself for ever (ESP-10). */
  #trigger(signals = 3): string {
    return this.#pick([
      `<signalEventDefinition signalRef="signal${Math.floor(this.#random() * signals)}"/>`,
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
      '<messageEventDefinition messageRef="message0"/>',
    ]);
  }

  #sequence(depth: number): Block {
    const first = this.#block(depth);
    let last = first;
    while (this.#budget > 0 && this.#chance(0.55)) last = this.#follow(last, this.#block(depth));
    return { first: first.first, last: last.last };
  }

  #follow(before: Block, next: Block): Block {
    this.#flow(before.last, next.first);
    return next;
  }

  #block(depth: number): Block {
    this.#budget--;
    const simple = [() => this.#task(), () => this.#task(), () => this.#event()];
    const nested = [
      () => this.#split('parallelGateway', depth),
      () => this.#split('inclusiveGateway', depth),
      () => this.#split('exclusiveGateway', depth),
      () => this.#race(depth),
      () => this.#loop(depth),
      () => this.#subProcess(depth),
      () => this.#failing(),
      () => this.#compensated(),
      () => this.#transaction(depth),
      () => this.#adHoc(),
    ];
    return this.#pick(this.#budget > 0 && depth < 4 ? [...simple, ...nested] : simple)();
  }

  #single(id: string): Block {
    return { first: id, last: id };
  }

  #task(): Block {
    const tag = this.#pick([
      'task',
      'manualTask',
      'userTask',
      'serviceTask',
      'sendTask',
      'scriptTask',
      'receiveTask',
    ]);
    const loops = ['', '', '', repeats(this.#random)];
    const message = tag === 'receiveTask' ? ' messageRef="message0"' : '';
    const script =
      tag === 'scriptTask'
        ? '<extensionElements><zeebe:script expression="=1" resultVariable="r"/></extensionElements>'
        : '';
    const id = this.#add(tag, message, script + this.#pick(loops));
    return this.#chance(0.25) ? this.#withBoundary(id) : this.#single(id);
  }

  /** Its branch ends by itself, or comes back behind the activity. */
  #withBoundary(host: string): Block {
    const interrupting = this.#chance(0.5);
    const boundary = this.#add(
      'boundaryEvent',
      ` attachedToRef="${host}" cancelActivity="${interrupting}"`,
      this.#trigger(),
    );
    const merge = this.#add('exclusiveGateway');
    this.#flow(host, merge);
    const aside = this.#add('userTask');
    this.#flow(boundary, aside);
    if (interrupting) this.#flow(aside, merge);
    return { first: host, last: merge };
  }

  #event(): Block {
    if (this.#chance(0.5)) return this.#single(this.#add('intermediateCatchEvent', '', this.#trigger()));
    const thrown = this.#pick([
      '',
      '<signalEventDefinition signalRef="signal2"/>',
      '<escalationEventDefinition escalationRef="escalation0"/>',
      '<messageEventDefinition messageRef="message1"/>',
      '<compensateEventDefinition/>',
    ]);
    return this.#single(this.#add('intermediateThrowEvent', '', thrown));
  }

  #split(tag: string, depth: number): Block {
    const fork = this.#add(tag);
    const join = this.#add(tag);
    const branches = 2 + Math.floor(this.#random() * 2);
    for (let branch = 0; branch < branches; branch++) {
      const body = this.#sequence(depth + 1);
      const free = tag === 'parallelGateway' || branch === branches - 1;
      this.#flow(fork, body.first, free ? undefined : String(this.#chance(0.5)));
      this.#flow(body.last, join);
    }
    return { first: fork, last: join };
  }

  #race(depth: number): Block {
    const gateway = this.#add('eventBasedGateway');
    const merge = this.#add('exclusiveGateway');
    for (let branch = 0; branch < 2; branch++) {
      const event = this.#add('intermediateCatchEvent', '', this.#trigger());
      const body = this.#sequence(depth + 1);
      this.#flow(gateway, event);
      this.#flow(event, body.first);
      this.#flow(body.last, merge);
    }
    return { first: gateway, last: merge };
  }

  /** Goes back while `turns` allows it. */
  #loop(depth: number): Block {
    const merge = this.#add('exclusiveGateway');
    const count = this.#add(
      'scriptTask',
      '',
      '<extensionElements><zeebe:script expression="=if turns = null then 1 else turns + 1" resultVariable="turns"/></extensionElements>',
    );
    const body = this.#sequence(depth + 1);
    const split = this.#add('exclusiveGateway');
    this.#flow(merge, count);
    this.#flow(count, body.first);
    this.#flow(body.last, split);
    this.#flow(split, merge, 'turns &lt; 3');
    const exit = this.#add('task');
    this.#flow(split, exit);
    return { first: merge, last: exit };
  }

  #subProcess(depth: number): Block {
    const id = this.#add(
      'subProcess',
      '',
      this.#scope(depth + 1) + (this.#chance(0.2) ? repeats(this.#random) : ''),
    );
    return this.#chance(0.4) ? this.#withBoundary(id) : this.#single(id);
  }

  /** Ends with an error or escalation, or not, and comes back behind itself. */
  #failing(): Block {
    const [kind, reference] = this.#pick([
      ['error', 'error0'],
      ['escalation', 'escalation0'],
    ] as const);
    const definition = `<${kind}EventDefinition ${kind}Ref="${reference}"/>`;
    const outer = this.#lines;
    this.#lines = [];
    const start = this.#add('startEvent');
    const task = this.#add('userTask');
    const split = this.#add('exclusiveGateway');
    this.#flow(start, task);
    this.#flow(task, split);
    this.#flow(split, this.#add('endEvent', '', definition), String(this.#chance(0.7)));
    this.#flow(split, this.#add('endEvent'));
    const content = this.#lines.join('');
    this.#lines = outer;
    const id = this.#add('subProcess', '', content);
    const boundary = this.#add('boundaryEvent', ` attachedToRef="${id}"`, definition);
    const merge = this.#add('exclusiveGateway');
    this.#flow(id, merge);
    this.#flow(boundary, merge);
    return { first: id, last: merge };
  }

  /** A task with a handler, and sometimes a throw behind it. */
  #compensated(): Block {
    const task = this.#add(this.#pick(['userTask', 'task']));
    const handler = this.#add(this.#pick(['userTask', 'task']), ' isForCompensation="true"');
    const boundary = this.#add('boundaryEvent', ` attachedToRef="${task}"`, '<compensateEventDefinition/>');
    this.#lines.push(
      `<association id="a${++this.#count}" sourceRef="${boundary}" targetRef="${handler}" associationDirection="One"/>`,
    );
    if (this.#chance(0.5)) return this.#single(task);
    const thrown = this.#add('intermediateThrowEvent', '', '<compensateEventDefinition/>');
    this.#flow(task, thrown);
    return { first: task, last: thrown };
  }

  #transaction(depth: number): Block {
    const cancels = this.#chance(0.5);
    const outer = this.#lines;
    this.#lines = [];
    const start = this.#add('startEvent');
    const done = this.#compensated();
    this.#flow(start, done.first);
    const body = this.#sequence(depth + 1);
    this.#flow(done.last, body.first);
    this.#flow(body.last, this.#add('endEvent', '', cancels ? '<cancelEventDefinition/>' : ''));
    const content = this.#lines.join('');
    this.#lines = outer;
    const id = this.#add('transaction', '', content);
    const boundary = this.#add('boundaryEvent', ` attachedToRef="${id}"`, '<cancelEventDefinition/>');
    const merge = this.#add('exclusiveGateway');
    this.#flow(id, merge);
    this.#flow(boundary, merge);
    return { first: id, last: merge };
  }

  #adHoc(): Block {
    const outer = this.#lines;
    this.#lines = [];
    const first = this.#add('userTask');
    const second = this.#add('userTask');
    const content = this.#lines.join('');
    this.#lines = outer;
    const ordering = this.#chance(0.5) ? ' ordering="Sequential"' : '';
    const starts = `<extensionElements><zeebe:adHoc activeElementsCollection="=[&quot;${first}&quot;,&quot;${second}&quot;]"/></extensionElements>`;
    return this.#single(this.#add('adHocSubProcess', ordering, starts + content));
  }
}
