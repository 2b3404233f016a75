import type { JsonText } from '@iter/engine-core';
import {
  createEngine,
  type Answer,
  type CommittedNotice,
  type CreatedInstance,
  type Deployment,
  type Engine,
  type EngineOptions,
} from '@iter/engine-runtime';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import { createEngineDatabase, engineMigrations, type EngineDatabase } from '../src/index.ts';

export const caller = { tenantId: '<default>', actor: { userId: 'anna' } };
export const NOTHING = {};
export const json = (value: unknown): JsonText => JSON.stringify(value) as JsonText;
export const at = (text: string): number => Date.parse(text);

/** @throws Error with the rejection's words */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer.value;
}

/** One engine node on a database of its own; what it is asked, read from the engine's own rows. */
export class EngineWorld {
  readonly database: TestDatabase;
  #options: Partial<EngineOptions>;
  /** What should not happen; `stop` tells of it. */
  readonly #faults: unknown[] = [];
  #stores: EngineDatabase | undefined;
  #engine: Engine | undefined;

  private constructor(database: TestDatabase, options: Partial<EngineOptions>) {
    this.database = database;
    this.#options = options;
  }

  static async start(options: Partial<EngineOptions> = {}): Promise<EngineWorld> {
    const world = new EngineWorld(await createTestDatabase({ migrations: engineMigrations }), options);
    await world.#startEngine();
    return world;
  }

  get engine(): Engine {
    if (!this.#engine) throw new Error('Expected the engine to be started, but it is not');
    return this.#engine;
  }
  get stores(): EngineDatabase {
    if (!this.#stores) throw new Error('Expected the engine to be started, but it is not');
    return this.#stores;
  }

  async #startEngine(): Promise<void> {
    this.#stores = createEngineDatabase({ connectionString: this.database.url, tables: [] });
    await this.#stores.start();
    this.#engine = createEngine(this.#stores, {
      projections: [],
      fault: (what, error) => void this.#faults.push(what, error),
      ...this.#options,
    });
    await this.#engine.start();
  }

  async #stopEngine(): Promise<void> {
    await this.#engine?.stop();
    await this.#stores?.stop();
  }

  /** Another process on the same database, perhaps with other settings, or after something happened meanwhile. */
  async restart(
    changes: { readonly options?: Partial<EngineOptions>; readonly whileDown?: () => Promise<unknown> } = {},
  ): Promise<void> {
    await this.#stopEngine();
    await changes.whileDown?.();
    this.#options = { ...this.#options, ...changes.options };
    await this.#startEngine();
  }

  /** The pinned clock of the tenant is moved behind the engine's back: time goes by while it is down. */
  async sleepUntil(instant: string): Promise<void> {
    const whileDown = () => this.query(`UPDATE "clock" SET "pinned_at" = $1`, [new Date(instant)]);
    await this.restart({ whileDown });
  }

  async stop(): Promise<void> {
    await this.#stopEngine();
    await this.database.drop();
    if (this.#faults.length > 0) throw new AggregateError(this.#faults, 'Expected no faults');
  }

  async deploy(name: string, xml: string): Promise<Deployment> {
    const content = new TextEncoder().encode(xml);
    return value(await this.engine.deploy({ ...caller, resources: [{ name: `${name}.bpmn`, content }] }));
  }

  async start(
    processDefinitionId: string,
    variables: Record<string, JsonText> = NOTHING,
  ): Promise<CreatedInstance> {
    const command = { ...caller, definition: { processDefinitionId }, variables };
    return value(await this.engine.createInstance(command));
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query(sql, parameters);
  }

  /** All events of an instance in order. */
  async events<E = { type: string }>(processInstanceKey: string): Promise<E[]> {
    const rows = await this.query<{ events: string }>(
      `SELECT "events" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn"`,
      [processInstanceKey],
    );
    return rows.flatMap((row) => JSON.parse(row.events) as E[]);
  }

  /** Keys of the open user tasks of an instance, by the id of their element. */
  async openTasks(processInstanceKey: string, elementId?: string): Promise<string[]> {
    const open = new Set<number>();
    for (const event of await this.events<WaitEvent>(processInstanceKey)) {
      if (event.type === 'wait-opened' && event.wait.kind === 'user-task')
        if (elementId === undefined || event.wait.elementId === elementId) open.add(event.wait.key);
      if (event.type === 'wait-closed') open.delete(event.key);
    }
    return [...open].map((local) => String(BigInt(processInstanceKey) + BigInt(local)));
  }

  async complete(processInstanceKey: string, variables: Record<string, JsonText> = NOTHING): Promise<void> {
    const [userTaskKey = ''] = await this.openTasks(processInstanceKey);
    value(await this.engine.completeUserTask({ ...caller, userTaskKey, variables }));
  }

  async statusOf(processInstanceKey: string): Promise<string | undefined> {
    const [row] = await this.query<{ status: string }>(
      `SELECT "status" FROM "instance" WHERE "instance" = $1::bigint >> 21`,
      [processInstanceKey],
    );
    return row?.status;
  }

  /** Resolves when something holds, asked now and after each commit. */
  async until(holds: (notice?: CommittedNotice) => boolean | Promise<boolean>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const ask = (notice?: CommittedNotice): void => {
        Promise.resolve(holds(notice)).then((yes) => {
          if (!yes) return;
          off();
          resolve();
        }, reject);
      };
      const off = this.engine.onCommitted(ask);
      ask();
    });
  }

  ended(processInstanceKey: string): Promise<void> {
    return this.until(async () => (await this.statusOf(processInstanceKey)) === 'completed');
  }

  running(processId: string, count: number): Promise<void> {
    return this.until(async () => (await this.instancesOf(processId)).length === count);
  }

  async instancesOf(processId: string): Promise<string[]> {
    const rows = await this.query<{ key: string }>(
      `SELECT ("instance" << 21)::text AS key FROM "instance" WHERE "process_id" = $1 ORDER BY "instance"`,
      [processId],
    );
    return rows.map(({ key }) => key);
  }

  /** The process's own variables, as exact JSON. */
  variables(processInstanceKey: string): Promise<Readonly<Record<string, JsonText>>> {
    return this.stores.instances.rootVariables(Number(BigInt(processInstanceKey) >> 21n));
  }

  publish(
    name: string,
    correlationKey: string,
    more: { messageId?: string; timeToLive?: number; variables?: Record<string, JsonText> } = {},
  ): ReturnType<Engine['publishMessage']> {
    const message = { ...caller, name, correlationKey, timeToLive: 60_000, variables: NOTHING, ...more };
    return this.engine.publishMessage(message);
  }

  /** Key of the incident that was raised last in an instance. */
  async lastIncident(processInstanceKey: string): Promise<string> {
    const events = await this.events<{ type: string; incident: { key: number } }>(processInstanceKey);
    const raised = events.findLast(({ type }) => type === 'incident-raised');
    return String(BigInt(processInstanceKey) + BigInt(raised?.incident.key ?? 0));
  }

  /** The clock of the tenant stands still there. */
  pin(instant: string): Promise<void> {
    return this.engine.setClock(caller.tenantId, { mode: 'pinned', at: at(instant) });
  }
}

interface WaitEvent {
  readonly type: string;
  readonly key: number;
  readonly wait: { readonly key: number; readonly kind: string; readonly elementId: string };
}
