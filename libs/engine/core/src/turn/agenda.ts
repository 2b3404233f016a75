import type { Key } from '../state/instance-state.ts';
import type { Step, StepOf } from './step.ts';

/** First in, first out; throws wait apart until nothing else is left (TURN-1, TURN-3, TURN-5). */
export class Agenda {
  #steps: Step[] = [];
  #next = 0;
  readonly #throws: StepOf<'throw'>[] = [];
  /** Queued activations by scope: a scope with one of them is not settled. */
  readonly #activations = new Map<Key, number>();
  /** Scopes whose joins will be asked anyway. */
  readonly #rejoins = new Set<Key>();

  add(step: Step): void {
    if (step.do === 'throw') {
      this.#throws.push(step);
      return;
    }
    if (step.do === 'rejoin') {
      if (this.#rejoins.has(step.scopeKey)) return;
      this.#rejoins.add(step.scopeKey);
    }
    if (step.do === 'activate') this.#count(step.scopeKey, 1);
    this.#steps.push(step);
  }

  /** What a former turn left goes before what the command has scheduled. */
  putFirst(steps: readonly Step[]): void {
    const later = this.rest();
    this.#steps = [];
    this.#next = 0;
    this.#throws.length = 0;
    this.#activations.clear();
    this.#rejoins.clear();
    for (const step of [...steps, ...later]) this.add(step);
  }

  take(): Step | undefined {
    const step = this.#steps[this.#next];
    if (!step) return this.#throws.shift();
    this.#next++;
    if (this.#next === this.#steps.length) {
      this.#steps = [];
      this.#next = 0;
    }
    if (step.do === 'activate') this.#count(step.scopeKey, -1);
    if (step.do === 'rejoin') this.#rejoins.delete(step.scopeKey);
    return step;
  }

  /** Drops the activations of a scope that ends (TURN-7, TURN-8). */
  drop(scopeKey: Key): void {
    if (!this.#activations.delete(scopeKey)) return;
    this.#steps = this.#ahead().filter((step) => step.do !== 'activate' || step.scopeKey !== scopeKey);
    this.#next = 0;
  }

  /** Activations that are still to come in a scope. */
  queuedIn(scopeKey: Key): StepOf<'activate'>[] {
    if (!this.#activations.has(scopeKey)) return [];
    return this.#ahead()
      .filter((step) => step.do === 'activate')
      .filter((step) => step.scopeKey === scopeKey);
  }

  /** All that is left, in the order in which it would run. */
  rest(): readonly Step[] {
    return [...this.#ahead(), ...this.#throws];
  }

  #ahead(): Step[] {
    return this.#steps.slice(this.#next);
  }

  #count(scopeKey: Key, change: number): void {
    const count = (this.#activations.get(scopeKey) ?? 0) + change;
    if (count > 0) this.#activations.set(scopeKey, count);
    else this.#activations.delete(scopeKey);
  }
}
