import { decodeKey, type Command, type Rejection } from '@iter/engine-core';
import type { DefinitionCache } from '../definitions/definition-cache.ts';
import { startTask, type StarterParts } from '../definitions/starter.ts';
import type { MessageRouter } from '../messages/message-router.ts';
import type { Outbox, StoredEffect } from '../ports/effects.ts';
import type { DefinitionQuery } from '../ports/definition-store.ts';
import type { StartOccurrenceStore } from '../ports/start-occurrences.ts';
import type { TurnResult, TurnRunner } from '../turns/turn-runner.ts';
import { gatherStart, triggersNeeded } from './gather-start.ts';
import type { Payload } from './payload.ts';

export interface EffectRouterParts {
  readonly runner: TurnRunner;
  readonly outbox: Outbox;
  readonly starts: StartOccurrenceStore;
  readonly messages: MessageRouter;
  readonly definitions: DefinitionCache;
  readonly starter: StarterParts;
  readonly effectKey: () => string;
  /** Something that should not happen: it is tried again later. */
  readonly fault: (what: string, error: unknown) => void;
}

/** What became of a delivery, for who waits for its answer. */
export type Delivered = { readonly instance: number } | undefined;

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Does what turns sent: each row of the outbox becomes a turn of its target, whose commit removes the row. A row
 * that was left behind (its node was killed) is found by `sweep`, on any node; done twice at the same time, one
 * of both finds the row gone.
 */
export class EffectRouter {
  readonly #parts: EffectRouterParts;
  readonly #underWay = new Set<string>();
  /** Rows that failed: when to try them again. */
  readonly #pauses = new Map<string, { until: number; length: number }>();

  constructor(parts: EffectRouterParts) {
    this.#parts = parts;
  }

  /** Effects that are being done by this node. */
  get length(): number {
    return this.#underWay.size;
  }

  /** Does each effect once; never rejects. Resolves with the instances reached, in order. */
  dispatch(effects: readonly StoredEffect[]): Promise<readonly Delivered[]> {
    return Promise.all(effects.map((effect) => this.#once(effect)));
  }

  /** Does what has been waiting for longer than that. Resolves with the number of rows found. */
  async sweep(olderThanMs: number, limit: number): Promise<number> {
    const now = Date.now();
    const rows = await this.#parts.outbox.overdue(olderThanMs, limit);
    await this.dispatch(rows.filter(({ key }) => (this.#pauses.get(key)?.until ?? 0) <= now));
    return rows.length;
  }

  /** What waited while the instance was suspended. */
  async resumed(instance: number): Promise<void> {
    await this.dispatch(await this.#parts.outbox.postponed(instance));
  }

  async #once(effect: StoredEffect): Promise<Delivered> {
    if (this.#underWay.has(effect.key)) return undefined;
    this.#underWay.add(effect.key);
    try {
      const delivered = await this.#do(effect, JSON.parse(effect.payload) as Payload);
      this.#pauses.delete(effect.key);
      return delivered;
    } catch (error) {
      const length = Math.min(
        (this.#pauses.get(effect.key)?.length ?? FIRST_PAUSE_MS / 2) * 2,
        LONGEST_PAUSE_MS,
      );
      this.#pauses.set(effect.key, { until: Date.now() + length, length });
      this.#parts.fault(`effect ${effect.key}`, error);
      return undefined;
    } finally {
      this.#underWay.delete(effect.key);
    }
  }

  #do(effect: StoredEffect, payload: Payload): Promise<Delivered> {
    switch (payload.do) {
      case 'command':
        return this.#command(effect, payload.command);
      case 'signal':
        return this.#command(effect, {
          type: 'deliver-signal',
          name: payload.name,
          variables: payload.variables,
        });
      case 'call':
        return this.#call(effect, payload);
      case 'deliver':
        return this.#deliver(effect, payload);
      case 'start':
        return this.#start(effect, payload);
      case 'publish':
        return this.#parts.messages.publishEffect(effect, payload).then(() => undefined);
      case 'broadcast':
        return this.#parts.messages.broadcastEffect(effect, payload).then(() => undefined);
    }
  }

  async #command(effect: StoredEffect, command: Command): Promise<Delivered> {
    const result = await this.#parts.runner.run({
      key: { instance: effect.target, local: 0 },
      tenantId: undefined,
      actor: effect.actor,
      command: () => command,
      consumes: effect.key,
    });
    if (isSuspended(result) && command.type === 'deliver-signal')
      await this.#parts.outbox.postpone(effect.key);
    // Who it was for is gone, or does not want it any more: nobody else does.
    else if (result.is === 'rejected') await this.#parts.outbox.replace(effect.key, []);
    return reached(result);
  }

  async #deliver(effect: StoredEffect, payload: Extract<Payload, { do: 'deliver' }>): Promise<Delivered> {
    const key = decodeKey(payload.wait);
    if (!key) throw new Error(`Expected the key of a wait, but got '${payload.wait}'`);
    const { messageKey, processId, variables } = payload;
    const result = await this.#parts.runner.run({
      key,
      tenantId: effect.tenantId,
      actor: effect.actor,
      command: (local) => ({ type: 'deliver-message', key: local, messageKey, variables }),
      consumes: effect.key,
    });
    if (result.is !== 'rejected') return reached(result);
    // A suspended instance takes it later; only a wait that is gone leaves the message to others.
    if (isSuspended(result)) {
      await this.#parts.outbox.postpone(effect.key);
      return undefined;
    }
    await this.#parts.messages.giveBack({ ...effect, messageKey, processId }, payload.wait);
    return undefined;
  }

  async #start(effect: StoredEffect, payload: Extract<Payload, { do: 'start' }>): Promise<Delivered> {
    const { definitionKey, elementId, variables, startedByKey } = payload;
    const definition = await this.#parts.definitions.load(effect.tenantId, definitionKey);
    if (!definition) throw new Error(`Expected definition ${definitionKey} to be stored, but it is not`);
    const needed = triggersNeeded(definition, payload);
    if (needed > 0) return this.#gather(effect, payload, needed);
    const task = await startTask(
      {
        definition,
        actor: effect.actor,
        variables,
        command: { startEventId: elementId, triggered: true },
        startedByKey,
        consumes: effect.key,
      },
      this.#parts.starter,
    );
    const result = await this.#parts.runner.start(task);
    if (result.is === 'rejected') await this.#refusedStart(effect, payload, result.rejection);
    return reached(result);
  }

  /** One of several triggers; while others are missing its key may bring the next (INS-12). */
  async #gather(
    effect: StoredEffect,
    payload: Extract<Payload, { do: 'start' }>,
    needed: number,
  ): Promise<Delivered> {
    const { starts, starter, effectKey, messages } = this.#parts;
    await starter.numbers.ready();
    const start = await gatherStart(starts, { ...effect, payload }, needed, effectKey());
    if (start) return this.#once(start);
    if (payload.startedByKey !== null)
      await messages.startFree(effect.tenantId, payload.processId, payload.startedByKey);
    return undefined;
  }

  async #refusedStart(
    effect: StoredEffect,
    { messageKey, processId, startedByKey }: Extract<Payload, { do: 'start' }>,
    rejection: Rejection,
  ): Promise<void> {
    this.#parts.fault(`start of '${processId}'`, new Error(rejection.message));
    if (messageKey === null) await this.#parts.outbox.replace(effect.key, []);
    else await this.#parts.messages.discard({ ...effect, messageKey, processId }, startedByKey);
  }

  /** Starts a called instance; what cannot be called is told to the caller (CALL-2). */
  async #call(effect: StoredEffect, payload: Extract<Payload, { do: 'call' }>): Promise<Delivered> {
    const { command, caller, processId } = payload;
    const { parent } = command;
    if (!parent) throw new Error(`Expected the caller's address in effect ${effect.key}`);
    const definition = await this.#called(effect.tenantId, payload);
    if (!definition) {
      const message = `Expected a process '${processId}' (${payload.binding.type}), but there is none`;
      return this.#refusedCall(effect, parent, message);
    }
    const { type: _type, variables, businessId: _given, ...rest } = command;
    const task = await startTask(
      {
        definition,
        actor: effect.actor,
        variables,
        command: rest,
        instance: effect.target,
        parent: {
          rootInstance: caller.rootInstance,
          month: caller.month,
          businessId: caller.businessId,
          tags: caller.tags,
          parent: { instance: parent.instance, local: parent.key },
        },
        consumes: effect.key,
      },
      this.#parts.starter,
    );
    const result = await this.#parts.runner.start(task);
    if (result.is === 'rejected') return this.#refusedCall(effect, parent, result.rejection.message);
    return reached(result);
  }

  async #called(tenantId: string, payload: Extract<Payload, { do: 'call' }>) {
    const { binding, processId, caller } = payload;
    const { definitions } = this.#parts;
    const query = async (): Promise<DefinitionQuery | undefined> => {
      if (binding.type === 'latest') return { processId, version: 'latest' };
      if (binding.type === 'versionTag') return { processId, versionTag: binding.versionTag };
      const asker = await definitions.load(tenantId, caller.definitionKey);
      return asker && { processId, deploymentKey: asker.deploymentKey };
    };
    const wanted = await query();
    return wanted && definitions.find(tenantId, wanted);
  }

  async #refusedCall(
    effect: StoredEffect,
    parent: { readonly instance: number; readonly key: number },
    message: string,
  ): Promise<Delivered> {
    const command: Command = {
      type: 'child-ended',
      key: parent.key,
      outcome: { ended: 'rejected', message },
    };
    const answer: StoredEffect = {
      key: this.#parts.effectKey(),
      tenantId: effect.tenantId,
      target: parent.instance,
      payload: JSON.stringify({ do: 'command', command } satisfies Payload),
      actor: effect.actor,
    };
    if (await this.#parts.outbox.replace(effect.key, [answer])) await this.#once(answer);
    return undefined;
  }
}

/** Of all that effects ask only a suspended instance says that it is not the time. */
function isSuspended(result: TurnResult): boolean {
  return result.is === 'rejected' && result.rejection.code === 'INVALID_STATE';
}

function reached(result: TurnResult): Delivered {
  return result.is === 'done' ? { instance: result.turn.live.facts.instance } : undefined;
}
