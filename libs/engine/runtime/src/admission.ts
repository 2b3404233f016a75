import { decodeKey } from '@iter/engine-core';
import { refusal, rejected } from './answers.ts';
import type { Answer, Caller } from './engine.ts';
import type { MakeCommand } from './turns/run-command.ts';
import type { TurnRunner } from './turns/turn-runner.ts';

/** Gives a command to the instance that one of its keys names. */
export type Submit = (
  caller: Caller,
  /** The argument that holds the key, for the refusal of a text that is none. */
  field: string,
  key: string,
  command: MakeCommand,
) => Promise<Answer<void>>;

/** Takes commands from outside only while the queue is short enough to answer them in time. */
export class Admission {
  /** False before the start and from the stop on. */
  accepting = false;
  readonly #runner: TurnRunner;
  readonly #maxQueued: number;
  #open = 0;

  constructor(runner: TurnRunner, maxQueued: number) {
    this.#runner = runner;
    this.#maxQueued = maxQueued;
  }

  /** Commands from outside that are not answered yet. */
  get open(): number {
    return this.#open;
  }

  async admit<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (this.accepting && this.#open < this.#maxQueued) {
      this.#open += 1;
      return work().finally(() => (this.#open -= 1));
    }
    const message = this.accepting
      ? `Expected fewer than ${this.#maxQueued} commands to wait, but there are more`
      : 'Expected the engine to be running, but it is not';
    return rejected({ code: 'OVERLOADED', message, retryAfter: 1 });
  }

  readonly submit: Submit = async ({ tenantId, actor, reason }, field, text, command) => {
    const key = decodeKey(text);
    if (!key) {
      const message = `Expected a key below 2^63 in digits, but got '${text}'`;
      return rejected({ code: 'INVALID_ARGUMENT', message, field });
    }
    return this.admit(async () => {
      const result = await this.#runner.run({ key, tenantId, actor, reason, command, consumes: null });
      return result.is === 'done' ? { ok: true, value: undefined } : refusal(result);
    });
  };
}
