import {
  advance,
  dumpState,
  loadState,
  type Command,
  type EngineEvent,
  type InstanceState,
  type Outcome,
  type ProcessGraph,
  type Rejection,
  type Wait,
  type WaitKind,
} from '../src/index.ts';
import { brokenInvariants } from './invariants.ts';
import { values, type Plain } from './plain.ts';
import type { World } from './world.ts';

/** One instance as a test plays it. */
export class Case {
  readonly world: World;
  readonly graph: ProcessGraph;
  readonly events: EngineEvent[] = [];
  state: InstanceState;

  constructor(world: World, graph: ProcessGraph, state: InstanceState) {
    this.world = world;
    this.graph = graph;
    this.state = state;
  }

  /** One turn, on the live state and on a reloaded one (unless the world plays each turn once). */
  turn(command: Command): Outcome {
    if (this.world.once) return this.#taken(advance(this.graph, this.state, command, this.world.env()));
    const numbers: number[] = [];
    const live = this.world.env();
    const before = dumpState(this.state);
    const reloaded = loadState(before);
    const outcome = advance(this.graph, this.state, command, {
      ...live,
      drawNumber: () => numbers[numbers.push(live.drawNumber()) - 1] ?? 0,
    });
    const again = advance(this.graph, reloaded, command, { ...live, drawNumber: () => numbers.shift() ?? 0 });
    assertSame(told(again), told(outcome), `the turn of ${command.type} on a reloaded state`);
    assertSame(dumpState(reloaded), dumpState(this.state), `the state after ${command.type}, reloaded`);
    if (!outcome.accepted) {
      assertSame(dumpState(this.state), before, `the state after a rejected ${command.type}`);
      return outcome;
    }
    const broken = brokenInvariants(this.state);
    if (broken.length > 0) throw new Error(`After ${command.type}: ${broken.join('; ')}`);
    return this.#taken(outcome);
  }

  #taken(outcome: Outcome): Outcome {
    if (!outcome.accepted) return outcome;
    this.events.push(...outcome.events);
    this.world.take(outcome.effects);
    return outcome;
  }

  /** A command that must be accepted. */
  do(command: Command): this {
    const outcome = this.world.run(this, command);
    if (!outcome.accepted) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
    return this;
  }

  /** What a command is rejected with. */
  refused(command: Command): Rejection | undefined {
    const outcome = this.world.run(this, command);
    return outcome.accepted ? undefined : outcome.rejection;
  }

  waits<K extends WaitKind>(kind: K): Extract<Wait, { kind: K }>[] {
    return [...this.state.waits.values()].filter(
      (wait): wait is Extract<Wait, { kind: K }> => wait.kind === kind,
    );
  }

  wait<K extends WaitKind>(kind: K, elementId: string): Extract<Wait, { kind: K }> {
    const found = this.waits(kind).find((wait) => wait.elementId === elementId);
    if (!found)
      throw new Error(
        `Expected a ${kind} at '${elementId}', but open are: ${this.open().join(', ') || 'none'}`,
      );
    return found;
  }

  /** Completes what waits at an element: a user task or a job. */
  complete(elementId: string, variables: Plain = {}): this {
    const wait = [...this.state.waits.values()].find(
      ({ elementId: id, kind }) => id === elementId && (kind === 'user-task' || kind === 'job'),
    );
    if (!wait)
      throw new Error(`Expected work at '${elementId}', but open are: ${this.open().join(', ') || 'none'}`);
    const type = wait.kind === 'job' ? 'complete-job' : 'complete-user-task';
    return this.do({ type, key: wait.key, variables: values(variables) });
  }

  /** A worker or person at an element throws an error. */
  error(elementId: string, code: string, variables: Plain = {}): this {
    return this.do({
      type: 'throw-job-error',
      key: this.wait('job', elementId).key,
      code,
      variables: values(variables),
    });
  }

  set(variables: Plain, scopeKey = 0, local = false): this {
    return this.do({ type: 'set-variables', scopeKey, variables: values(variables), local });
  }

  resolve(elementId?: string): this {
    const incident = [...this.state.incidents.values()].find(
      (one) => elementId === undefined || one.elementId === elementId,
    );
    if (!incident) throw new Error(`Expected an incident at '${elementId}', but there is none`);
    return this.do({ type: 'resolve-incident', key: incident.key });
  }

  get status(): InstanceState['status'] {
    return this.state.status;
  }

  /** Elements that are active, without the process, in order of entry. */
  open(): string[] {
    return [...this.state.elements.values()]
      .filter(({ key }) => key !== 0)
      .map(({ nodeId }) => this.graph.nodes.get(nodeId)?.elementId ?? nodeId);
  }

  /** Ids of elements that completed (or were terminated), in order, without the process. */
  ended(how: 'completed' | 'terminated' = 'completed'): string[] {
    const nodes = new Map<number, string>();
    return this.events.flatMap((event) => {
      if (event.type === 'element-activating') nodes.set(event.key, event.elementId);
      const id =
        event.type === `element-${how}` && 'key' in event && event.key !== 0
          ? nodes.get(event.key)
          : undefined;
      return id === undefined ? [] : [id];
    });
  }

  /** How often an element completed. */
  count(elementId: string, how: 'completed' | 'terminated' = 'completed'): number {
    return this.ended(how).filter((id) => id === elementId).length;
  }

  /** Codes of the open incidents with their elements. */
  incidents(): string[] {
    return [...this.state.incidents.values()].map(({ elementId, failure }) => `${elementId} ${failure.code}`);
  }

  /** Variables of a scope (the process unless told), as plain values. */
  variables(scopeKey = 0): Plain {
    const variables = this.state.elements.get(scopeKey)?.variables ?? new Map<string, { value: string }>();
    return Object.fromEntries(
      [...variables].map(([name, { value }]) => [name, JSON.parse(value) as unknown]),
    );
  }

  /** The last value an event gave to a variable of the process; also after the end. */
  last(name: string): unknown {
    const set = this.events.flatMap((event) =>
      event.type === 'variables-set' && event.scopeKey === 0
        ? event.variables.filter((one) => one.name === name)
        : [],
    );
    const value = set.at(-1)?.value;
    return value === undefined ? undefined : (JSON.parse(value) as unknown);
  }

  key(elementId: string): number {
    const found = [...this.state.elements.values()].find(
      ({ nodeId }) => this.graph.nodes.get(nodeId)?.elementId === elementId,
    );
    if (!found)
      throw new Error(
        `Expected '${elementId}' to be active, but active are: ${this.open().join(', ') || 'none'}`,
      );
    return found.key;
  }
}

function told(outcome: Outcome): string {
  return JSON.stringify(outcome, (_name, value: unknown) =>
    value instanceof Set ? [...(value as Set<number>)].sort((a, b) => a - b) : value,
  );
}

function assertSame(actual: string, expected: string, what: string): void {
  if (actual !== expected) throw new Error(`Expected ${what} to give\n${expected}\nbut it gave\n${actual}`);
}
