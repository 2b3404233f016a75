import { parseBpmn, type ModdleElement } from '@iter/bpmn';
import { compileProcess, scheduleStart } from '@iter/engine-compile';
import {
  newState,
  stringIn,
  type CatchSpec,
  type Command,
  type CommandOf,
  type Effect,
  type Outcome,
  type ProcessGraph,
  type Rejection,
  type Values,
} from '../src/index.ts';
import { Case } from './case.ts';
import { values, type Plain } from './plain.ts';
import { analyze, testEnv } from './test-env.ts';
import { WorldLimit, type WorldOptions } from './world-options.ts';

export { Case } from './case.ts';
export { drive } from './drive.ts';
export { values, type Plain } from './plain.ts';
export { randomOf } from './random.ts';
export { WorldLimit, type WorldOptions } from './world-options.ts';

interface BufferedMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Values;
  readonly until: number;
  readonly receivedBy: Set<string>;
}
interface StartTimer {
  readonly processId: string;
  readonly spec: CatchSpec;
  dueAt: number;
  repeatsLeft: number | null;
  readonly every?: string;
}

/**
 * The engine with the least around it that makes instances meet: calls, messages with their buffer, signals,
 * timers of a clock that is told. Every turn is run twice, on the live state and on a reloaded one, and must give
 * the same; the invariants are asked after each.
 */
export class World {
  now = Date.parse('2027-01-15T08:00:00Z');
  readonly graphs = new Map<string, ProcessGraph>();
  readonly cases: Case[] = [];
  readonly #options: WorldOptions;
  readonly #buffer: BufferedMessage[] = [];
  readonly #timers: StartTimer[] = [];
  readonly #queue: Effect[] = [];
  #numbers = 0;
  #turns = 0;

  private constructor(options: WorldOptions) {
    this.#options = options;
  }

  /** Deploys every process of the files that may run; throws when one cannot be compiled. */
  static async of(
    files: string | readonly (string | Uint8Array)[],
    options: WorldOptions = {},
  ): Promise<World> {
    const world = new World(options);
    for (const xml of [files].flat() as (string | Uint8Array)[]) {
      const parsed = await parseBpmn(xml);
      const wrong = parsed.problems.filter(({ severity }) => severity === 'error');
      if (!parsed.ok || wrong.length > 0) throw new Error(wrong.map(({ expected }) => expected).join('\n'));
      for (const root of parsed.definitions.get('rootElements') as readonly ModdleElement[])
        if (root.$type === 'bpmn:Process' && root.get('isExecutable') !== false) world.#deploy(root);
    }
    return world;
  }

  #deploy(process: ModdleElement): void {
    const { graph, problems } = compileProcess(process, { analyze });
    if (!graph)
      throw new Error(
        problems.map(({ elementId, rule, expected }) => `${elementId} ${rule}: ${expected}`).join('\n'),
      );
    this.graphs.set(graph.processId, graph);
    for (const spec of graph.starts) {
      if (spec.trigger.on !== 'timer') continue;
      const schedule = scheduleStart(spec, this.env());
      if (schedule.ok) this.#timers.push({ processId: graph.processId, spec, ...schedule.value });
    }
  }

  /** Each turn is played once only. */
  get once(): boolean {
    return this.#options.once === true;
  }

  env(): ReturnType<typeof testEnv> {
    return testEnv({ now: this.now, drawNumber: () => ++this.#numbers, ...this.#options });
  }

  /** Starts an instance; throws when that is rejected. */
  start(
    variables: Plain = {},
    command: Partial<CommandOf<'start-instance'>> & { processId?: string } = {},
  ): Case {
    const { processId = [...this.graphs.keys()][0] ?? '', ...rest } = command;
    const started = this.#create(processId, ++this.#numbers, {
      type: 'start-instance',
      variables: values(variables),
      ...rest,
    });
    if ('code' in started) throw new Error(`${started.code}: ${started.message}`);
    this.#settle();
    return started;
  }

  /** What a start is refused with. */
  refusedStart(
    variables: Plain = {},
    command: Partial<CommandOf<'start-instance'>> & { processId?: string } = {},
  ): Rejection | undefined {
    const { processId = [...this.graphs.keys()][0] ?? '', ...rest } = command;
    const started = this.#create(processId, ++this.#numbers, {
      type: 'start-instance',
      variables: values(variables),
      ...rest,
    });
    return 'code' in started ? started : undefined;
  }

  #create(processId: string, instance: number, command: CommandOf<'start-instance'>): Case | Rejection {
    const graph = this.graphs.get(processId);
    if (!graph) return { code: 'NOT_FOUND', message: `no process '${processId}'` };
    const made = new Case(this, graph, newState(instance, processId));
    const outcome = made.turn(command);
    if (!outcome.accepted) return outcome.rejection;
    this.cases.push(made);
    return made;
  }

  /** Sends what an accepted turn sends, until nothing moves. */
  take(effects: readonly Effect[]): void {
    this.#turns += 1;
    if (this.#turns > (this.#options.mostTurns ?? Infinity))
      throw new WorldLimit(`Expected at most ${this.#turns - 1} turns`);
    this.#queue.push(...effects);
  }

  run(of: Case, command: Command): Outcome {
    const outcome = of.turn(command);
    this.#settle();
    return outcome;
  }

  #settle(): void {
    for (let effect = this.#queue.shift(); effect; effect = this.#queue.shift()) this.#perform(effect);
    for (const message of this.#buffer) this.#deliver(message);
    if (this.#queue.length > 0) this.#settle();
  }

  #perform(effect: Effect): void {
    switch (effect.to) {
      case 'instance':
        this.#find(effect.instance)?.turn(effect.command);
        return;
      case 'new-instance': {
        const started = this.#create(effect.processId, effect.instance, effect.command);
        const { parent } = effect.command;
        if ('code' in started && parent)
          this.#find(parent.instance)?.turn({
            type: 'child-ended',
            key: parent.key,
            outcome: { ended: 'rejected', message: started.message },
          });
        return;
      }
      case 'message-bus':
        this.#publish(effect.name, effect.correlationKey, effect.variables, effect.timeToLive ?? 0);
        return;
      case 'signal-bus':
        this.#broadcast(effect.name, effect.variables, effect.from);
    }
  }

  #find(instance: number): Case | undefined {
    return this.cases.find(({ state }) => state.numbers.includes(instance));
  }

  /** Publishes a message; `timeToLive` in milliseconds. */
  message(
    name: string,
    correlationKey: string | number = '',
    variables: Plain = {},
    timeToLive = 3_600_000,
  ): this {
    this.#publish(name, String(correlationKey), values(variables), timeToLive);
    this.#settle();
    return this;
  }

  #publish(name: string, correlationKey: string, variables: Values, timeToLive: number): void {
    const message = {
      name,
      correlationKey,
      variables,
      until: this.now + timeToLive,
      receivedBy: new Set<string>(),
    };
    this.#deliver(message);
    if (timeToLive > 0) this.#buffer.push(message);
  }

  /** To one subscription per process id that has not had it, the oldest; starts count as theirs (MSG-3 to MSG-6). */
  #deliver(message: BufferedMessage): void {
    if (message.until < this.now) return;
    for (const [processId, graph] of this.graphs) {
      if (message.receivedBy.has(processId)) continue;
      const open = this.cases
        .filter((one) => one.graph === graph)
        .flatMap((one) => one.waits('message').map((wait) => ({ one, wait })))
        .filter(({ wait }) => wait.name === message.name && wait.correlationKey === message.correlationKey);
      const found = open.find(
        ({ one, wait }) =>
          one.turn({ type: 'deliver-message', key: wait.key, messageKey: '1', variables: message.variables })
            .accepted,
      );
      const start = graph.starts.find(
        ({ trigger }) => trigger.on === 'message' && this.#nameOf(trigger.name) === message.name,
      );
      if (found) message.receivedBy.add(processId);
      else if (start) {
        message.receivedBy.add(processId);
        this.#trigger(processId, start, message.variables);
      }
    }
  }

  #nameOf(
    name: { readonly fixed: string } | { readonly source: string; readonly dependsOn: readonly string[] },
  ): string {
    if ('fixed' in name) return name.fixed;
    const value = this.env().evaluate(name, { get: () => undefined, all: () => ({}) });
    return value.ok ? (stringIn(value.value) ?? '') : '';
  }

  #trigger(processId: string, { node }: CatchSpec, variables: Values): void {
    this.#create(processId, ++this.#numbers, {
      type: 'start-instance',
      variables,
      startEventId: node.elementId,
      triggered: true,
    });
  }

  /** Broadcasts a signal to all instances and start events. */
  signal(name: string, variables: Plain = {}): this {
    this.#broadcast(name, values(variables));
    this.#settle();
    return this;
  }

  #broadcast(name: string, variables: Values, from?: number): void {
    for (const one of this.cases)
      if (one.state.numbers[0] !== from && one.waits('signal').some((wait) => wait.name === name))
        one.turn({ type: 'deliver-signal', name, variables });
    for (const [processId, graph] of this.graphs)
      for (const start of graph.starts)
        if (start.trigger.on === 'signal' && this.#nameOf(start.trigger.name) === name)
          this.#trigger(processId, start, variables);
  }

  /** Lets time pass; timers fire in the order in which they are due. */
  pass(milliseconds: number): this {
    const end = this.now + milliseconds;
    for (;;) {
      const due = this.cases
        .flatMap((one) => one.waits('timer').map((wait) => ({ one, wait })))
        .sort((a, b) => a.wait.dueAt - b.wait.dueAt || a.wait.key - b.wait.key)[0];
      const start = [...this.#timers].sort((a, b) => a.dueAt - b.dueAt)[0];
      const next = Math.min(due?.wait.dueAt ?? Infinity, start?.dueAt ?? Infinity);
      if (next > end) break;
      this.now = Math.max(this.now, next);
      if (start?.dueAt === next) this.#fireStart(start);
      else if (due) due.one.turn({ type: 'trigger-timer', key: due.wait.key, dueAt: due.wait.dueAt });
      this.#settle();
    }
    this.now = end;
    return this;
  }

  #fireStart(timer: StartTimer): void {
    const { every, dueAt, repeatsLeft } = timer;
    this.#trigger(timer.processId, timer.spec, {});
    const next =
      every === undefined || repeatsLeft === 0 ? undefined : this.env().nextDue(every, dueAt, repeatsLeft);
    timer.dueAt = next ?? Infinity;
    timer.repeatsLeft = repeatsLeft === null ? null : repeatsLeft - 1;
  }
}
