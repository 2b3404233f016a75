import type { EngineEvent, JsonText } from '@iter/engine-core';
import { createEngineDatabase, engineMigrations } from '@iter/engine-postgres';
import { createEngine, type Answer, type DeploymentProblem, type Engine } from '@iter/engine-runtime';
import { createTestDatabase, type TestDatabase } from '@iter/testing';
import { wordsOf } from './draw.ts';
import { durationOf, variablesOf } from './play.ts';
import { stepsOf, told } from './told.ts';

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };
const BEGIN = Date.parse('2027-01-15T08:00:00Z');

/** What a row has for the engine to play: its file, and the next version of it. */
export interface Files {
  readonly file: string;
  readonly next?: string | undefined;
}

/** Plays the steps of a row on the whole engine and PostgreSQL; told as `play` does. */
export async function playOnEngine(files: Files, script: string): Promise<string> {
  const player = await Player.start();
  try {
    await player.deploy(files.file);
    const lines: string[] = [];
    for (const line of stepsOf(script)) {
      const step = line.split(/ ->/)[0]?.trim() ?? '';
      lines.push(`${step} -> ${await player.perform(step, files)}`.trim());
    }
    return lines.join('\n');
  } finally {
    await player.stop();
  }
}

/** What the engine finds wrong with a deployment of one file. */
export async function problemsOnEngine(file: string): Promise<readonly DeploymentProblem[]> {
  const player = await Player.start();
  try {
    return await player.check(file);
  } finally {
    await player.stop();
  }
}

type Words = readonly string[];
type Verb = (player: Player, words: Words, instance: string) => Promise<Answer<unknown>>;

const verbs: Readonly<Record<string, Verb>> = {
  start: ({ engine }, [processDefinitionId = 'main', ...rest]) =>
    engine.createInstance({ ...caller, definition: { processDefinitionId }, variables: jsonOf(rest) }),
  message: ({ engine }, [name = '', key = '', ...rest]) => {
    const { ttl, id, ...variables } = jsonOf(rest);
    return engine.publishMessage({
      ...caller,
      name,
      correlationKey: key === '-' ? '' : key,
      timeToLive: Number(ttl ?? 3_600_000),
      ...(id === undefined ? {} : { messageId: id }),
      variables,
    });
  },
  correlate: async (player, [name = '', correlationKey = '', ...rest]) => {
    const message = { ...caller, name, correlationKey, variables: jsonOf(rest) };
    const answer = await player.engine.correlateMessage(message);
    if (answer.ok) player.answer = await player.placeOf(answer.value.processInstanceKey);
    return answer;
  },
  signal: ({ engine }, [name = '', ...rest]) =>
    engine.broadcastSignal({ ...caller, name, variables: jsonOf(rest) }),
  evaluate: ({ engine }, words) => engine.evaluateConditionals({ ...caller, variables: jsonOf(words) }),
  complete: async (player, [elementId = '', ...rest], instance) =>
    player.engine.completeUserTask({
      ...caller,
      userTaskKey: await player.taskAt(instance, elementId),
      variables: jsonOf(rest),
    }),
  cancel: ({ engine }, _words, processInstanceKey) =>
    engine.cancelInstance({ ...caller, processInstanceKey }),
  set: ({ engine }, words, elementInstanceKey) =>
    engine.setVariables({ ...caller, elementInstanceKey, variables: jsonOf(words), local: false }),
  pass: async (player, [duration = '']) => {
    await player.pass(durationOf(duration));
    return done;
  },
  /** The next version of the file. */
  deploy: async (player) => {
    if (player.next !== undefined) await player.deploy(player.next);
    return done;
  },
  /** The node goes, and another comes. */
  restart: async (player) => {
    await player.restart();
    return done;
  },
  expect: async (player, words, instance) => {
    const events = await player.eventsOf(instance);
    for (const [name, value] of Object.entries(jsonOf(words))) {
      const last = lastValue(events, name) ?? 'null';
      if (last !== value) throw new Error(`Expected ${name} to be ${value}, but it is ${last}`);
    }
    return done;
  },
};
const done: Answer<void> = { ok: true, value: undefined };

function jsonOf(words: Words): Record<string, JsonText> {
  const given = Object.entries(variablesOf(words));
  return Object.fromEntries(given.map(([name, value]) => [name, JSON.stringify(value) as JsonText]));
}

function lastValue(events: readonly EngineEvent[], name: string): JsonText | undefined {
  const set = events.flatMap((event) =>
    event.type === 'variables-set' && event.scopeKey === 0
      ? event.variables.filter((one) => one.name === name)
      : [],
  );
  return set.at(-1)?.value;
}

/** One engine node on a database of its own, with a clock that is moved. */
class Player {
  /** The place of the instance that a correlated message reached. */
  answer: number | undefined;
  next: string | undefined;
  readonly #database: TestDatabase;
  readonly #seen = new Map<string, number>();
  #node: { readonly engine: Engine; stop(): Promise<void> } | undefined;
  #now = BEGIN;

  private constructor(database: TestDatabase) {
    this.#database = database;
  }

  static async start(): Promise<Player> {
    const player = new Player(await createTestDatabase({ migrations: engineMigrations }));
    await player.#startNode();
    await player.engine.setClock(caller.tenantId, { mode: 'pinned', at: BEGIN });
    return player;
  }

  get engine(): Engine {
    if (!this.#node) throw new Error('Expected the engine to be started, but it is not');
    return this.#node.engine;
  }

  async #startNode(): Promise<void> {
    const stores = createEngineDatabase({ connectionString: this.#database.url, tables: [] });
    await stores.start();
    const engine = createEngine(stores, { projections: [] });
    await engine.start();
    this.#node = { engine, stop: () => engine.stop().then(() => stores.stop()) };
  }

  async restart(): Promise<void> {
    await this.#node?.stop();
    await this.#startNode();
  }

  async stop(): Promise<void> {
    await this.#node?.stop();
    await this.#database.drop();
  }

  async deploy(file: string): Promise<void> {
    const answer = await this.engine.deploy({ ...caller, resources: [resource(file)] });
    if (!answer.ok) throw new Error(answer.rejection.problems?.map(({ expected }) => expected).join('\n'));
  }

  check(file: string): Promise<readonly DeploymentProblem[]> {
    return this.engine.check({ ...caller, resources: [resource(file)] });
  }

  /** Performs a step (`2:complete a` is for the second instance) and tells what came of it. */
  async perform(step: string, { next }: Files): Promise<string> {
    this.next = next;
    const [verb = '', ...words] = wordsOf(step);
    const [, number = '1', name = verb] = /^(\d+):(.*)$/.exec(verb) ?? [];
    const run = verbs[name];
    if (!run) throw new Error(`Expected a step, but '${step}' is none`);
    const answer = await run(this, words, (await this.#instances())[Number(number) - 1] ?? '');
    if (!answer.ok) return `#${answer.rejection.code}`;
    await this.#settle();
    const reached = this.answer === undefined ? '' : `${this.answer}: `;
    this.answer = undefined;
    return `${reached}${(await this.#news()).join(' | ')}`;
  }

  async pass(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    await this.engine.setClock(caller.tenantId, { mode: 'pinned', at: this.#now });
  }

  async placeOf(instance: string): Promise<number> {
    return (await this.#instances()).indexOf(instance) + 1;
  }

  async taskAt(instance: string, elementId: string): Promise<string> {
    const waits = (await this.eventsOf(instance)).flatMap((event) =>
      event.type === 'wait-opened' && event.wait.elementId === elementId ? [event.wait.key] : [],
    );
    return String(BigInt(instance) + BigInt(waits.at(-1) ?? 0));
  }

  async eventsOf(instance: string): Promise<EngineEvent[]> {
    const rows = await this.#query<{ events: string }>(
      `SELECT "events" FROM "history" WHERE "instance" = $1::bigint >> 21 ORDER BY "turn"`,
      [instance],
    );
    return rows.flatMap(({ events }) => JSON.parse(events) as EngineEvent[]);
  }

  async #news(): Promise<string[]> {
    const lines: string[] = [];
    for (const instance of await this.#instances()) {
      const events = await this.eventsOf(instance);
      lines.push(told({ events }, this.#seen.get(instance) ?? 0));
      this.#seen.set(instance, events.length);
    }
    return lines;
  }

  async #instances(): Promise<string[]> {
    const rows = await this.#query<{ key: string }>(
      `SELECT ("instance" << 21)::text AS key FROM "instance" ORDER BY "instance"`,
    );
    return rows.map(({ key }) => key);
  }

  /** Asked again and again until nothing is on its way, due, or waiting for a match. */
  async #settle(): Promise<void> {
    for (;;) {
      const [open] = await this.#query<{ moving: boolean }>(MOVING, [new Date(this.#now)]);
      if (open?.moving === false && this.engine.status().queuedCommands === 0) return;
    }
  }

  #query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#database.dataSource.query(sql, [...parameters]);
  }
}

const MOVING = `
  SELECT EXISTS (SELECT FROM "outbox")
    OR EXISTS (SELECT FROM "open_timer" WHERE "due_at" <= $1)
    OR EXISTS (SELECT FROM "start_timer" WHERE "due_at" <= $1)
    OR EXISTS (
      SELECT FROM "message" m JOIN "open_message" s ON s."name" = m."name" AND s."correlation_key" = m."correlation_key"
      WHERE m."expires_at" >= $1 AND NOT EXISTS (
        SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id"))
    OR EXISTS (
      SELECT FROM "message" m JOIN "start_subscription" s ON s."kind" = 'message' AND s."name" = m."name"
      WHERE m."expires_at" >= $1 AND NOT EXISTS (
          SELECT FROM "message_delivery" d WHERE d."message_key" = m."key" AND d."process_id" = s."process_id")
        AND NOT EXISTS (
          SELECT FROM "start_lock" l WHERE l."process_id" = s."process_id"
            AND l."correlation_key" = m."correlation_key"))
    AS moving`;

function resource(file: string): { readonly name: string; readonly content: Uint8Array } {
  return { name: 'row.bpmn', content: new TextEncoder().encode(file) };
}
