import { randomUUID } from 'node:crypto';
import type { Engine } from '@iter/engine-runtime';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../settings/settings.ts';
import { ENGINE, SETTINGS } from '../tokens.ts';
import { Changes } from './changes.ts';
import { LiveStreams } from './live-streams.ts';
import { topicsOfCommit, topicsOfDeployment } from './topics-of-notice.ts';

const channel = 'iter_live';

/** Changes of so many milliseconds are told together: a burst of commits is one event and one notification. */
const gatherMs = 50;

/** PostgreSQL takes at most 8000 bytes; beyond this many topics the rooms alone are named. */
const maxTopics = 60;

const reconnectMs = 2_000;

interface Announcement {
  readonly node: string;
  readonly tenantId: string;
  readonly topics: readonly string[];
}

/**
 * Carries what changed to the readers of every node: gathered for a moment, told to this node's streams at
 * once and to the others by PostgreSQL's NOTIFY. While the connection that listens is away something may be
 * missed; when it is back, readers are told to look at everything again.
 */
@Injectable()
export class LiveAnnouncer implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly node = randomUUID();
  private readonly gathered = new Map<string, Set<string>>();
  private readonly stopListening: (() => void)[] = [];
  private gathering: NodeJS.Timeout | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private closed = false;

  constructor(
    private readonly streams: LiveStreams,
    private readonly database: DataSource,
    private readonly changes: Changes,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    this.stopListening.push(
      this.engine.onCommitted((notice) => this.announce(notice.tenantId, topicsOfCommit(notice))),
      this.changes.onTold((tenantId, topics) => this.announce(tenantId, topics)),
      this.engine.onDeployed((notice) => this.announce(notice.tenantId, topicsOfDeployment(notice))),
    );
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    for (const stop of this.stopListening) stop();
    clearTimeout(this.gathering);
    clearTimeout(this.reconnecting);
    await this.client?.end().catch(() => undefined);
  }

  private announce(tenantId: string, topics: readonly string[]): void {
    const known = this.gathered.get(tenantId) ?? new Set();
    this.gathered.set(tenantId, known);
    for (const topic of topics) known.add(topic);
    this.gathering ??= setTimeout(() => this.tell(), gatherMs);
  }

  private tell(): void {
    this.gathering = undefined;
    const announcements = [...this.gathered].map(([tenantId, topics]) => ({
      node: this.node,
      tenantId,
      topics: fewEnough([...topics]),
    }));
    this.gathered.clear();
    for (const { tenantId, topics } of announcements) this.streams.tell(tenantId, topics);
    void this.notify(announcements);
  }

  private async notify(announcements: readonly Announcement[]): Promise<void> {
    try {
      await this.database.query(`SELECT pg_notify($1, announcement) FROM unnest($2::text[]) announcement`, [
        channel,
        announcements.map((announcement) => JSON.stringify(announcement)),
      ]);
    } catch (error) {
      this.logger.warn(`Other nodes were not told of a change: ${String(error)}`);
    }
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'iter-live',
    });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', () => undefined);
    client.once('end', () => this.reconnectLater());
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch {
      // `end` follows by itself only where the connection stood.
      client.removeAllListeners('end');
      this.reconnectLater();
    }
  }

  private reconnectLater(): void {
    if (this.closed || this.reconnecting) return;
    this.reconnecting = setTimeout(() => {
      this.reconnecting = undefined;
      void this.connect().then(() => this.streams.tellAll());
    }, reconnectMs);
  }

  private hear(payload: string | undefined): void {
    const announcement = JSON.parse(payload ?? '{}') as Partial<Announcement>;
    if (announcement.node === this.node || !announcement.tenantId) return;
    this.streams.tell(announcement.tenantId, announcement.topics ?? []);
  }
}

function fewEnough(topics: readonly string[]): readonly string[] {
  return topics.length <= maxTopics ? topics : [...new Set(topics.map((topic) => topic.replace(/:.*/, '')))];
}
