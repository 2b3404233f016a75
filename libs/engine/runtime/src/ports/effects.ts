import type { Actor } from '../engine.ts';

/** A row of the outbox: a command to somebody else, until the turn that does it. */
export interface StoredEffect {
  readonly key: string;
  readonly tenantId: string;
  readonly target: number;
  readonly payload: string;
  readonly actor: Actor;
}
export interface Outbox {
  /** Rows older than that many milliseconds, oldest first: their node has gone, or is slow. Not those kept for a suspended instance. */
  overdue(olderThanMs: number, limit: number): Promise<readonly StoredEffect[]>;
  /** Removes a row and, if it was still there, stores others in its place, in one transaction. */
  replace(key: string, by: readonly StoredEffect[]): Promise<boolean>;
  /** Keeps a row until its target is resumed. */
  postpone(key: string): Promise<void>;
  /** The rows that were kept for an instance. */
  postponed(target: number): Promise<readonly StoredEffect[]>;
}

export interface NewMessage {
  readonly key: string;
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string | null;
  /** JSON object of name → JSON text. */
  readonly variables: string;
  readonly actor: Actor;
  /** Epoch milliseconds of the tenant's clock. */
  readonly publishedAt: number;
  readonly expiresAt: number;
  /** False: only what is open now gets it. */
  readonly buffered: boolean;
  /** The outbox row this publication answers. */
  readonly consumes: string | null;
}
/** What a message is looked up by. */
export interface MessageAddress {
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
}
/** A message on its way to one process id: a row of the outbox, written with the claim. */
export interface MessageClaim extends StoredEffect {
  readonly messageKey: string;
  readonly processId: string;
}
export interface PublishOutcome {
  /** Ids in use, by the message's key: these were refused (MSG-7). */
  readonly refused: ReadonlySet<string>;
  readonly claims: readonly MessageClaim[];
}

/**
 * Messages and who has had them. A claim gives a message to one process id, once, whatever the nodes do at the
 * same time (MSG-3, MSG-4), and puts the delivery into the outbox.
 */
export interface MessageStore {
  /** Stores the messages and claims what is open for them now. `number` makes the keys of the outbox rows. */
  publish(messages: readonly NewMessage[], number: number, now: Now): Promise<PublishOutcome>;
  /** Claims buffered messages for what is open at these addresses now. */
  match(addresses: readonly MessageAddress[], number: number, now: Now): Promise<readonly MessageClaim[]>;
  /**
   * Gives a claim back whose wait is gone (MSG-8), so that somebody else may have the message. Returns where it is
   * addressed to, while it is buffered; nothing where the claim had been done meanwhile.
   */
  unclaim(claim: MessageClaim, wait: string): Promise<MessageAddress | undefined>;
  /** Ends a claim whose start was refused: the message counts as delivered, and the lock of its key is free. */
  discard(claim: MessageClaim, startKey: string | null): Promise<void>;
  /** Addresses of buffered messages for which something is open that has not had them. */
  missed(limit: number): Promise<readonly MessageAddress[]>;
  /** Addresses whose messages may start the process under that key. */
  startAddresses(
    tenantId: string,
    processId: string,
    correlationKey: string,
  ): Promise<readonly MessageAddress[]>;
  /** Of each tenant, by its time; returns how many went. */
  removeExpired(limit: number, tenants: ReadonlyMap<string, number>): Promise<number>;
}
/** The time of each tenant. */
export type Now = (tenantId: string) => number;

export interface SignalStore {
  /** Puts one delivery per instance that waits, and one per start, into the outbox. */
  broadcast(signal: NewSignal, number: number): Promise<readonly StoredEffect[]>;
}
export interface NewSignal {
  readonly tenantId: string;
  readonly name: string;
  readonly variables: string;
  readonly actor: Actor;
  /** The instance that threw it and has delivered it to itself. */
  readonly exceptInstance: number | null;
  readonly consumes: string | null;
}
