import type { Announcements } from '@iter/engine-runtime';
import pg from 'pg';

export const CLOCK_CHANNEL = 'iter_clock';
export const DEPLOYMENT_CHANNEL = 'iter_deployment';

const RETRY_MS = 1000;

/** What other nodes announce by NOTIFY, over a connection of its own that is made again when it is lost. */
export class PostgresAnnouncements implements Announcements {
  readonly #connectionString: string;
  readonly #clock = new Set<() => void>();
  readonly #deployed = new Set<(tenantId: string) => void>();
  readonly #gap = new Set<() => void>();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #stopped = true;

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
  }

  onClock(listener: () => void): void {
    this.#clock.add(listener);
  }
  onDeployed(listener: (tenantId: string) => void): void {
    this.#deployed.add(listener);
  }
  onGap(listener: () => void): void {
    this.#gap.add(listener);
  }

  async start(): Promise<void> {
    this.#stopped = false;
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'iter-announcements',
      keepAlive: true,
    });
    client.on('notification', (notice) => this.#hear(notice.channel, notice.payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    await client.connect();
    await client.query(`LISTEN ${CLOCK_CHANNEL}; LISTEN ${DEPLOYMENT_CHANNEL}`);
    this.#client = client;
  }

  #hear(channel: string, payload: string): void {
    if (channel === CLOCK_CHANNEL) for (const listener of this.#clock) listener();
    if (channel === DEPLOYMENT_CHANNEL) for (const listener of this.#deployed) listener(payload);
  }

  #lost(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
    if (this.#stopped || this.#client || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#connect().then(
        () => {
          for (const listener of this.#gap) listener();
        },
        () => this.#lost(client),
      );
    }, RETRY_MS);
  }
}
