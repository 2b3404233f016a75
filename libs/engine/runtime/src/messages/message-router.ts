import { encodeKey, type Values } from '@iter/engine-core';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { Payload } from '../effects/payload.ts';
import type { Actor } from '../engine.ts';
import type { Numbers } from '../numbers.ts';
import type {
  MessageAddress,
  MessageClaim,
  MessageStore,
  NewMessage,
  SignalStore,
  StoredEffect,
} from '../ports/effects.ts';

export interface MessageRouterParts {
  readonly messages: MessageStore;
  readonly signals: SignalStore;
  readonly numbers: Numbers;
  readonly clocks: TenantClocks;
  /** Does what was claimed. */
  readonly dispatch: (
    effects: readonly StoredEffect[],
  ) => Promise<readonly ({ instance: number } | undefined)[]>;
  readonly fault: (what: string, error: unknown) => void;
}

export interface Publication {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string | null;
  readonly timeToLive: number;
  readonly variables: Values;
}
interface Pending {
  readonly message: NewMessage;
  readonly resolve: (outcome: {
    readonly refused: boolean;
    readonly claims: readonly MessageClaim[];
  }) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_BATCH = 128;
const TIME_TO_LIVE = 3_600_000;
/** A message that is not buffered is there for one transaction only; it must not be over before. */
const PASSING_MS = 60_000;

/**
 * Brings messages to waits and start events, in whatever order they come (MSG-3 to MSG-9). What is published at
 * the same time is stored together, as turns are.
 */
export class MessageRouter {
  readonly #parts: MessageRouterParts;
  #queue: Pending[] = [];
  #running = false;

  constructor(parts: MessageRouterParts) {
    this.#parts = parts;
  }

  /** Stores the message, and sends it off to what waits for it. `undefined`: its id is buffered already (MSG-7). */
  async publish(publication: Publication): Promise<string | undefined> {
    const { key, outcome } = await this.#store(publication, null);
    if (outcome.refused) return undefined;
    void this.#parts.dispatch(outcome.claims);
    return key;
  }

  /** Delivers to what is open now and tells the first instance reached; buffers nothing (MSG-9). */
  async correlate(
    publication: Omit<Publication, 'messageId' | 'timeToLive'>,
  ): Promise<{ readonly messageKey: string; readonly instance: number } | undefined> {
    const { key, outcome } = await this.#store({ ...publication, messageId: null, timeToLive: 0 }, null);
    const delivered = await this.#parts.dispatch(outcome.claims);
    const first = delivered.find((instance) => instance !== undefined);
    return first && { messageKey: key, instance: first.instance };
  }

  /** A message throw event: published exactly once, as its outbox row goes with it. */
  async publishEffect(effect: StoredEffect, payload: Extract<Payload, { do: 'publish' }>): Promise<void> {
    const { tenantId, actor } = effect;
    const { name, correlationKey, variables, messageId, timeToLive } = payload;
    const { outcome } = await this.#store(
      {
        tenantId,
        actor,
        name,
        correlationKey,
        variables,
        messageId: messageId ?? null,
        timeToLive: timeToLive ?? TIME_TO_LIVE,
      },
      effect.key,
    );
    await this.#parts.dispatch(outcome.claims);
  }

  async broadcast(signal: {
    readonly tenantId: string;
    readonly actor: Actor;
    readonly name: string;
    readonly variables: Values;
  }): Promise<void> {
    const effects = await this.#parts.signals.broadcast(
      { ...signal, variables: JSON.stringify(signal.variables), exceptInstance: null, consumes: null },
      await this.#number(),
    );
    void this.#parts.dispatch(effects);
  }

  async broadcastEffect(effect: StoredEffect, payload: Extract<Payload, { do: 'broadcast' }>): Promise<void> {
    const { tenantId, actor } = effect;
    const effects = await this.#parts.signals.broadcast(
      {
        tenantId,
        actor,
        name: payload.name,
        variables: JSON.stringify(payload.variables),
        exceptInstance: payload.exceptInstance,
        consumes: effect.key,
      },
      await this.#number(),
    );
    await this.#parts.dispatch(effects);
  }

  /** Looks for buffered messages for waits that were just opened, or starts that are free again (MSG-6). */
  async match(addresses: readonly MessageAddress[]): Promise<void> {
    if (addresses.length === 0) return;
    const claims = await this.#parts.messages.match(addresses, await this.#number(), this.#now);
    await this.#parts.dispatch(claims);
  }

  /** An instance that a message with a key started has ended: the next one of that key may come (INS-7). */
  async startFree(tenantId: string, processId: string, correlationKey: string): Promise<void> {
    await this.match(await this.#parts.messages.startAddresses(tenantId, processId, correlationKey));
  }

  /** A delivery that found no wait is not consumed: somebody else may have it (MSG-8). */
  async giveBack(claim: MessageClaim, wait: string): Promise<void> {
    const again = await this.#parts.messages.unclaim(claim, wait);
    if (again) await this.match([again]);
  }

  /** A start that was refused would be refused again. */
  discard(claim: MessageClaim, startKey: string | null): Promise<void> {
    return this.#parts.messages.discard(claim, startKey);
  }

  /** What a node that was killed left unmatched, and messages whose time is over. */
  async sweep(limit: number): Promise<void> {
    await this.match(await this.#parts.messages.missed(limit));
    await this.#parts.messages.removeExpired(limit, this.#parts.clocks.times());
  }

  async #store(publication: Publication, consumes: string | null) {
    await this.#parts.numbers.ready();
    const key = encodeKey({ instance: this.#parts.numbers.draw(), local: 0 });
    const publishedAt = this.#parts.clocks.now(publication.tenantId);
    const { timeToLive, variables, ...address } = publication;
    const message: NewMessage = {
      ...address,
      key,
      variables: JSON.stringify(variables),
      publishedAt,
      expiresAt: publishedAt + (timeToLive > 0 ? timeToLive : PASSING_MS),
      buffered: timeToLive > 0,
      consumes,
    };
    const outcome = await new Promise<Parameters<Pending['resolve']>[0]>((resolve, reject) => {
      this.#queue.push({ message, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => void this.#drain());
    });
    return { key, outcome };
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, MAX_BATCH);
      try {
        await this.#publish(batch);
      } catch (error) {
        // One that the database refuses must not take the others with it.
        if (batch.length === 1) batch[0]?.reject(error);
        else for (const pending of batch) await this.#publish([pending]).catch(pending.reject);
      }
    }
    this.#running = false;
  }

  async #publish(batch: readonly Pending[]): Promise<void> {
    const messages = batch.map(({ message }) => message);
    const { refused, claims } = await this.#parts.messages.publish(messages, await this.#number(), this.#now);
    for (const { message, resolve } of batch)
      resolve({
        refused: refused.has(message.key),
        claims: claims.filter(({ messageKey }) => messageKey === message.key),
      });
    // Older messages of the same address may have found somebody by the way.
    const own = new Set(messages.map(({ key }) => key));
    void this.#parts.dispatch(claims.filter(({ messageKey }) => !own.has(messageKey)));
  }

  readonly #now = (tenantId: string): number => this.#parts.clocks.now(tenantId);

  async #number(): Promise<number> {
    await this.#parts.numbers.ready();
    return this.#parts.numbers.draw();
  }
}
