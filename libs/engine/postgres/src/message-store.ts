import type {
  Actor,
  MessageAddress,
  MessageClaim,
  MessageStore,
  NewMessage,
  NewSignal,
  Now,
  PublishOutcome,
  SignalStore,
  StoredEffect,
} from '@iter/engine-runtime';
import type pg from 'pg';
import { binaryArray, type ArrayType, type ArrayValue } from './binary-array.ts';
import * as sql from './sql/messages.sql.ts';
import { BROADCAST } from './sql/signals.sql.ts';
import { inTransaction } from './transaction.ts';

/** Messages and signals on PostgreSQL. */
export class PostgresMessageStore implements MessageStore, SignalStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  publish(messages: readonly NewMessage[], number: number, now: Now): Promise<PublishOutcome> {
    return inTransaction(this.#pool, async (client) => {
      await client.query(sql.LOCK_ADDRESSES, addressArrays(messages));
      const named = messages.filter((message) => message.messageId !== null);
      if (named.length > 0)
        await client.query(sql.REMOVE_EXPIRED_IDS, [
          ...addressArrays(named),
          column('text', named, (message) => message.messageId),
          column('timestamptz', named, (message) => message.publishedAt),
        ]);
      const { rows } = await client.query<{ key: string }>(sql.INSERT_MESSAGES, messageArrays(messages));
      const stored = new Set(rows.map((row) => row.key));
      const claims = await claim(client, messages, number, now);
      const passing = messages.filter((message) => !message.buffered).map((message) => message.key);
      if (passing.length > 0) await client.query(sql.DROP_UNBUFFERED, [binaryArray('key', passing)]);
      return {
        refused: new Set(messages.map((message) => message.key).filter((key) => !stored.has(key))),
        claims,
      };
    });
  }

  async match(
    addresses: readonly MessageAddress[],
    number: number,
    now: Now,
  ): Promise<readonly MessageClaim[]> {
    const { rows } = await this.#pool.query<AddressRow>(sql.HAS_MESSAGES, addressArrays(addresses));
    if (rows.length === 0) return [];
    const waiting = rows.map(address);
    return inTransaction(this.#pool, async (client) => {
      await client.query(sql.LOCK_ADDRESSES, addressArrays(waiting));
      return claim(client, waiting, number, now);
    });
  }

  async unclaim(given: MessageClaim, wait: string): Promise<MessageAddress | undefined> {
    const { key, messageKey, processId } = given;
    const { rows } = await this.#pool.query<AddressRow>(sql.UNCLAIM, [key, messageKey, processId, wait]);
    return rows[0] && address(rows[0]);
  }

  async discard(given: MessageClaim, startKey: string | null): Promise<void> {
    const { key, tenantId, processId } = given;
    await this.#pool.query(sql.DISCARD, [key, tenantId, processId, startKey]);
  }

  async missed(limit: number): Promise<readonly MessageAddress[]> {
    const { rows } = await this.#pool.query<AddressRow>(sql.MISSED, [limit]);
    return rows.map(address);
  }

  async startAddresses(
    tenantId: string,
    processId: string,
    correlationKey: string,
  ): Promise<readonly MessageAddress[]> {
    const { rows } = await this.#pool.query<{ name: string }>(sql.START_ADDRESSES, [tenantId, processId]);
    return rows.map(({ name }) => ({ tenantId, name, correlationKey }));
  }

  async removeExpired(limit: number, tenants: ReadonlyMap<string, number>): Promise<number> {
    const entries = [...tenants];
    const { rows } = await this.#pool.query<{ removed: number }>(sql.REMOVE_EXPIRED, [
      column('text', entries, ([tenantId]) => tenantId),
      column('timestamptz', entries, ([, at]) => at),
      limit,
    ]);
    return rows[0]?.removed ?? 0;
  }

  async broadcast(signal: NewSignal, number: number): Promise<readonly StoredEffect[]> {
    const { rows } = await this.#pool.query<EffectRow>(BROADCAST, [
      signal.tenantId,
      signal.name,
      signal.variables,
      JSON.stringify(signal.actor),
      number,
      signal.exceptInstance,
      signal.consumes,
    ]);
    return rows.map(storedEffect);
  }
}

async function claim(
  client: pg.PoolClient,
  addresses: readonly MessageAddress[],
  number: number,
  now: Now,
): Promise<MessageClaim[]> {
  const parameters = [
    ...addressArrays(addresses),
    column('timestamptz', addresses, ({ tenantId }) => now(tenantId)),
    number,
  ];
  // Waits first: a message that a running case of the process waits for starts no other (MSG-4).
  const waits = await client.query<EffectRow>(sql.CLAIM_FOR_WAITS, parameters);
  const starts = await client.query<EffectRow>(sql.CLAIM_FOR_STARTS, parameters);
  return [...waits.rows, ...starts.rows].map((row) => {
    const payload = JSON.parse(row.payload) as { messageKey: string; processId: string };
    return { ...storedEffect(row), messageKey: payload.messageKey, processId: payload.processId };
  });
}

function column<T>(type: ArrayType, items: readonly T[], pick: (item: T) => ArrayValue): unknown {
  return binaryArray(type, items.map(pick));
}

function addressArrays(addresses: readonly MessageAddress[]): unknown[] {
  return [
    column('text', addresses, (item) => item.tenantId),
    column('text', addresses, (item) => item.name),
    column('text', addresses, (item) => item.correlationKey),
  ];
}

function messageArrays(messages: readonly NewMessage[]): unknown[] {
  return [
    column('key', messages, (message) => message.key),
    ...addressArrays(messages),
    column('text', messages, (message) => message.messageId),
    column('text', messages, (message) => message.variables),
    column('text', messages, (message) => JSON.stringify(message.actor)),
    column('timestamptz', messages, (message) => message.publishedAt),
    column('timestamptz', messages, (message) => message.expiresAt),
    column('key', messages, (message) => message.consumes),
  ];
}

interface AddressRow {
  tenant_id: string;
  name: string;
  correlation_key: string;
}
function address(row: AddressRow): MessageAddress {
  return { tenantId: row.tenant_id, name: row.name, correlationKey: row.correlation_key };
}

export interface EffectRow {
  key: string;
  tenant_id: string;
  target: string;
  payload: string;
  actor: string;
}
export function storedEffect(row: EffectRow): StoredEffect {
  return {
    key: row.key,
    tenantId: row.tenant_id,
    target: Number(row.target),
    payload: row.payload,
    actor: JSON.parse(row.actor) as Actor,
  };
}
