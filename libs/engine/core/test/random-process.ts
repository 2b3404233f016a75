import { COUNTING, extensions, RandomXml } from './random-xml.ts';

type Block = { readonly first: string; readonly last: string };

function condition(test: string): string {
  return `<conditionalEventDefinition><condition>=turns = null or ${test}</condition></conditionalEventDefinition>`;
}
/** True while little was counted, so that what it starts does not go on for ever. */
const SOON = condition('turns &lt; 2');
const ALWAYS = condition('turns &gt; 0');
const HOUR = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const TWICE = '<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>';
const MESSAGE = '<messageEventDefinition messageRef="message0"/>';

function single(id: string): Block {
  return { first: id, last: id };
}

/**
 * A block-structured process: whatever happens in it, it can be brought to its end. Everything that waits is
 * answered by `drive`: tasks and jobs, timers, message `m` (any key), signals `S0` to `S2`.
 */
export class RandomProcess extends RandomXml {
  #budget: number;
  /** What may be called; a called process calls nothing, or it would call itself. */
  #calls: readonly string[] = ['callActivity'];
  /** What may be waited for here: inside an event sub-process not the signals that start one, so that it ends. */
  #signals: readonly number[] = [0, 1, 2];

  constructor(seed: number, size = 14) {
    super(seed);
    this.#budget = size;
  }

  xml(): string {
    const random = this.#scope(0);
    this.#budget = 3;
    this.#calls = [];
    return this.definitions(['random', random], ['called', this.#scope(3)]);
  }

  /** The content of a scope, with a start event and perhaps an event sub-process. */
  #scope(depth: number): string {
    return this.inside(() => {
      const start = this.add('startEvent');
      const body = this.#sequence(depth);
      this.flow(start, body.first);
      if (this.chance(0.6)) this.flow(body.last, this.add('endEvent'));
      if (this.chance(0.2) && depth < 3) this.#eventSubProcess(depth);
    });
  }

  /** An event sub-process hears no signal that is thrown inside: it could start itself for ever (ESP-10). */
  #eventSubProcess(depth: number): void {
    const outer = this.#signals;
    const content = this.inside(() => {
      this.#signals = [0, 1];
      const start = this.add('startEvent', ` isInterrupting="${this.chance(0.3)}"`, this.#trigger(SOON));
      this.#signals = [2];
      const body = this.#sequence(depth + 1);
      this.flow(start, body.first);
    });
    this.#signals = outer;
    this.add('subProcess', ' triggeredByEvent="true"', content);
  }

  #trigger(changing = ALWAYS): string {
    return this.pick([this.#signal(), this.#signal(), HOUR, MESSAGE, changing]);
  }

  #signal(): string {
    return `<signalEventDefinition signalRef="signal${this.pick(this.#signals)}"/>`;
  }

  #sequence(depth: number): Block {
    const { first, ...block } = this.#block(depth);
    let { last } = block;
    while (this.#budget > 0 && this.chance(0.55)) {
      const next = this.#block(depth);
      this.flow(last, next.first);
      ({ last } = next);
    }
    return { first, last };
  }

  #block(depth: number): Block {
    this.#budget--;
    const simple = [() => this.#task(), () => this.#task(), () => this.#event()];
    const nested = [
      () => this.#split('parallelGateway', depth),
      () => this.#split('inclusiveGateway', depth),
      () => this.#split('exclusiveGateway', depth),
      () => this.#split('complexGateway', depth),
      () => this.#race(depth),
      () => this.#loop(depth),
      () => this.#subProcess(depth),
      () => this.#failing(),
      () => this.#compensated(),
      () => this.#transaction(depth),
      () => this.#adHoc(),
      () => this.#link(),
      () => this.#terminated(),
    ];
    return this.pick(this.#budget > 0 && depth < 4 ? [...simple, ...nested] : simple)();
  }

  #task(): Block {
    const plain = ['task', 'manualTask', 'userTask', 'serviceTask', 'sendTask', 'businessRuleTask'];
    const tag = this.pick([...plain, 'scriptTask', 'receiveTask', ...this.#calls]);
    const attributes = tag === 'receiveTask' ? ' messageRef="message0"' : '';
    const inside = {
      scriptTask: extensions('<zeebe:script expression="=1" resultVariable="r"/>'),
      // What came back would have the conditions of the caller asked again, for ever.
      callActivity: extensions(
        '<zeebe:calledElement processId="called" propagateAllChildVariables="false"/>',
      ),
    };
    const own = inside[tag as keyof typeof inside] ?? '';
    const repeats = this.chance(0.25) ? this.#repeats() : '';
    const id = this.add(tag, attributes, own + repeats);
    return this.chance(0.25) ? this.#withBoundary(id) : single(id);
  }

  /** A loop or a multi-instance. */
  #repeats(): string {
    const sequential = this.chance(0.5) ? ' isSequential="true"' : '';
    const collection = 'inputCollection="=[1,2,3]" outputCollection="all" outputElement="=loopCounter"';
    return this.pick([
      `<multiInstanceLoopCharacteristics${sequential}><loopCardinality>=${this.below(4)}</loopCardinality></multiInstanceLoopCharacteristics>`,
      `<multiInstanceLoopCharacteristics${sequential}>${extensions(`<zeebe:loopCharacteristics ${collection}/>`)}<completionCondition>=numberOfCompletedInstances = 2</completionCondition></multiInstanceLoopCharacteristics>`,
      '<standardLoopCharacteristics loopMaximum="2"><loopCondition>=loopCounter &lt; 3</loopCondition></standardLoopCharacteristics>',
    ]);
  }

  /** Its branch ends by itself, or comes back behind the activity. */
  #withBoundary(host: string): Block {
    const interrupting = this.chance(0.5);
    const attributes = ` attachedToRef="${host}" cancelActivity="${interrupting}"`;
    const boundary = this.add(
      'boundaryEvent',
      attributes,
      interrupting ? this.#trigger() : this.pick([this.#trigger(SOON), TWICE]),
    );
    const merge = this.add('exclusiveGateway');
    this.flow(host, merge);
    const aside = this.add('userTask');
    this.flow(boundary, aside);
    if (interrupting) this.flow(aside, merge);
    return { first: host, last: merge };
  }

  #event(): Block {
    if (this.chance(0.5)) {
      const several = this.#signal() + MESSAGE;
      const [attributes, trigger] = this.pick([
        ['', this.#trigger()],
        ['', this.#trigger()],
        ['', several],
        [' parallelMultiple="true"', several],
      ] as const);
      return single(this.add('intermediateCatchEvent', attributes, trigger));
    }
    const signal = '<signalEventDefinition signalRef="signal2"/>';
    const escalation = '<escalationEventDefinition escalationRef="escalation0"/>';
    const message = '<messageEventDefinition messageRef="message1"/>';
    const thrown = ['', signal, escalation, message, '<compensateEventDefinition/>', signal + message];
    return single(this.add('intermediateThrowEvent', '', this.pick(thrown)));
  }

  #split(tag: string, depth: number): Block {
    const complex = tag === 'complexGateway';
    const branches = 2 + this.below(2);
    const fork = this.add(complex ? 'parallelGateway' : tag);
    // Its reset, when all have come, puts no second token on the flow behind it.
    const all = `<activationCondition>=activationCount = ${branches}</activationCondition>`;
    const join = this.add(tag, '', complex ? all : '');
    for (let branch = 0; branch < branches; branch++) {
      const body = this.#sequence(depth + 1);
      const free = complex || tag === 'parallelGateway' || branch === branches - 1;
      this.flow(fork, body.first, free ? undefined : String(this.chance(0.5)));
      this.flow(body.last, join);
    }
    if (!complex) return { first: fork, last: join };
    const behind = this.add('task');
    this.flow(join, behind, 'waitingForStart');
    return { first: fork, last: behind };
  }

  #race(depth: number): Block {
    const gateway = this.add('eventBasedGateway');
    const merge = this.add('exclusiveGateway');
    for (let branch = 0; branch < 2; branch++) {
      const event = this.add('intermediateCatchEvent', '', this.#trigger());
      const body = this.#sequence(depth + 1);
      this.flow(gateway, event);
      this.flow(event, body.first);
      this.flow(body.last, merge);
    }
    return { first: gateway, last: merge };
  }

  /** Goes back while `turns` allows it. */
  #loop(depth: number): Block {
    const merge = this.add('exclusiveGateway');
    const count = this.add('scriptTask', '', COUNTING);
    const body = this.#sequence(depth + 1);
    const split = this.add('exclusiveGateway');
    const exit = this.add('task');
    this.flow(merge, count);
    this.flow(count, body.first);
    this.flow(body.last, split);
    this.flow(split, merge, 'turns &lt; 3');
    this.flow(split, exit);
    return { first: merge, last: exit };
  }

  #subProcess(depth: number): Block {
    const content = this.#scope(depth + 1);
    const id = this.add('subProcess', '', content + (this.chance(0.2) ? this.#repeats() : ''));
    return this.chance(0.4) ? this.#withBoundary(id) : single(id);
  }

  /** Ends with an error or escalation, or not, and comes back behind itself. */
  #failing(): Block {
    const kind = this.pick(['error', 'escalation']);
    const definition = `<${kind}EventDefinition ${kind}Ref="${kind}0"/>`;
    const content = this.inside(() => {
      const start = this.add('startEvent');
      const task = this.add('userTask');
      const split = this.add('exclusiveGateway');
      this.flow(start, task);
      this.flow(task, split);
      this.flow(split, this.add('endEvent', '', definition), String(this.chance(0.7)));
      this.flow(split, this.add('endEvent'));
    });
    return this.#leftBy(this.add('subProcess', '', content), definition);
  }

  #leftBy(scope: string, definition: string): Block {
    const boundary = this.add('boundaryEvent', ` attachedToRef="${scope}"`, definition);
    const merge = this.add('exclusiveGateway');
    this.flow(scope, merge);
    this.flow(boundary, merge);
    return { first: scope, last: merge };
  }

  /** A task with a handler, and sometimes a throw behind it. */
  #compensated(): Block {
    const task = this.add(this.pick(['userTask', 'task']));
    const handler = this.add(this.pick(['userTask', 'task']), ' isForCompensation="true"');
    const boundary = this.add('boundaryEvent', ` attachedToRef="${task}"`, '<compensateEventDefinition/>');
    this.associate(boundary, handler);
    if (this.chance(0.5)) return single(task);
    const thrown = this.add('intermediateThrowEvent', '', '<compensateEventDefinition/>');
    this.flow(task, thrown);
    return { first: task, last: thrown };
  }

  #transaction(depth: number): Block {
    const cancels = this.chance(0.5) ? '<cancelEventDefinition/>' : '';
    const content = this.inside(() => {
      const start = this.add('startEvent');
      const done = this.#compensated();
      this.flow(start, done.first);
      const body = this.#sequence(depth + 1);
      this.flow(done.last, body.first);
      this.flow(body.last, this.add('endEvent', '', cancels));
    });
    return this.#leftBy(this.add('transaction', '', content), '<cancelEventDefinition/>');
  }

  #adHoc(): Block {
    const tasks: string[] = [];
    const content = this.inside(() => tasks.push(this.add('userTask'), this.add('userTask')));
    const ordering = this.chance(0.5) ? ' ordering="Sequential"' : '';
    const named = tasks.map((id) => `&quot;${id}&quot;`).join(',');
    const starts = extensions(`<zeebe:adHoc activeElementsCollection="=[${named}]"/>`);
    return single(this.add('adHocSubProcess', ordering, starts + content));
  }

  #link(): Block {
    const merge = this.add('exclusiveGateway');
    const definition = `<linkEventDefinition name="to ${merge}"/>`;
    this.flow(merge, this.add('intermediateThrowEvent', '', definition));
    return { first: merge, last: this.add('intermediateCatchEvent', '', definition) };
  }

  /** One branch ends the other. */
  #terminated(): Block {
    const content = this.inside(() => {
      const start = this.add('startEvent');
      for (const definition of ['', '<terminateEventDefinition/>']) {
        const task = this.add('userTask');
        this.flow(start, task);
        this.flow(task, this.add('endEvent', '', definition));
      }
    });
    return single(this.add('subProcess', '', content));
  }
}
