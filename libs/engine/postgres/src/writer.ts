import type { Buffer } from 'node:buffer';
import { CommitUnknownError, StoreUnavailableError, type Debug, type DebugPoint } from '@iter/engine-runtime';
import pg from 'pg';

export interface WriterOptions {
  readonly connectionString: string;
  /** Called at named points of a commit; tests kill connections and processes there. */
  readonly debug?: Debug | undefined;
}

/** Statements beyond this number are sent without a name; usual traffic needs a dozen. */
const MAX_PREPARED = 200;
/** A server whose address is gone must be noticed: then the commit is looked up over a new connection. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Plans for batches are made while tables are small and kept while they grow: they must look up by key. */
export const WRITER_SETTINGS =
  'SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off';

/**
 * One connection that commits, made again when it is lost.
 */
export class Writer {
  #client: pg.Client | undefined;
  #names = new Map<string, string>();
  readonly #options: WriterOptions;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /**
   * Runs statements that commit by themselves or by an own COMMIT.
   * @throws StoreUnavailableError when nothing was sent; CommitUnknownError when the connection was lost later
   */
  async run<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.#connected();
    let sent = false;
    const query: Query = async (text, values) => {
      sent = true;
      const result = client.query({ ...this.#named(text, values), rowMode: 'array' });
      // Its failure is told by the await below, even when the connection breaks at the debug point before.
      result.catch(() => undefined);
      await this.#reach('commit:sent', client);
      return (await result).rows as unknown[][];
    };
    try {
      await this.#reach('commit:before', client);
      const answer = await work(query);
      await this.#reach('commit:after', client);
      return answer;
    } catch (error) {
      if (!isConnectionLost(error)) {
        await rollBack(client);
        throw error;
      }
      this.#drop(client);
      throw sent ? new CommitUnknownError(messageOf(error)) : new StoreUnavailableError(messageOf(error));
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #named(text: string, values: readonly Buffer[]): { text: string; values: Buffer[]; name?: string } {
    let name = this.#names.get(text);
    if (name === undefined && this.#names.size < MAX_PREPARED) {
      name = `c${this.#names.size}`;
      this.#names.set(text, name);
    }
    return { text, values: [...values], ...(name === undefined ? {} : { name }) };
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.#options.connectionString,
      application_name: 'iter-committer',
      keepAlive: true,
      query_timeout: STATEMENT_TIMEOUT_MS,
    });
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    try {
      await client.connect();
      await client.query(WRITER_SETTINGS);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw new StoreUnavailableError(messageOf(error));
    }
    this.#names = new Map();
    this.#client = client;
    return client;
  }

  async #reach(point: DebugPoint, client: pg.Client): Promise<void> {
    // Neither is in the driver's types; both are only for tests.
    const inside = client as unknown as {
      processID: number | null;
      connection: { stream: { destroy(): void } };
    };
    await this.#options.debug?.(point, {
      pid: inside.processID,
      cut: () => inside.connection.stream.destroy(),
    });
  }

  #drop(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
    void client.end().catch(() => undefined);
  }
}
export type Query = (text: string, values: readonly Buffer[]) => Promise<unknown[][]>;

async function rollBack(client: pg.Client): Promise<void> {
  await client.query('ROLLBACK').catch(() => undefined);
}

/**
 * Whether the error leaves open what became of the statement. SQLSTATE classes 08 and 57P0x, and everything that
 * carries none, come from the connection and not from the statement.
 */
export function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return true;
  return code.startsWith('08') || code.startsWith('57P0');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
