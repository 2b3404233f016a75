import { createDoorbells } from '@iter/engine-bullmq';
import { createEngineDatabase } from '@iter/engine-postgres';
import { createEngine, type Engine } from '@iter/engine-runtime';
import { historyProjections } from '@iter/history';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Changes } from '../live/changes.ts';
import { seedsFolder, type SeedFolders } from '../seeds/load-seeds.ts';
import type { Settings } from '../settings/settings.ts';
import { officeCodes } from './office-codes.ts';
import { readCalendar } from './read-calendar.ts';
import { httpWorker } from './workers/http.worker.ts';
import { mailWorkers } from './workers/mail.worker.ts';
import { notificationWorker } from './workers/notification.worker.ts';
import { publicationWorker } from './workers/publication.worker.ts';

export interface EngineParts {
  readonly settings: Settings;
  readonly database: DataSource;
  readonly changes: Changes;
  readonly folders: SeedFolders;
}

/**
 * The engine with its adapters: stores on PostgreSQL, the read models written with each turn, the body's calendar,
 * and the jobs that the server itself does. Nothing runs before `start`.
 */
export async function assembleEngine({ settings, database, changes, folders }: EngineParts): Promise<Engine> {
  const calendar = await readCalendar(folders.seeds ?? seedsFolder);
  const tables = historyProjections.flatMap((projection) => projection.tables);
  const stores = createEngineDatabase({ connectionString: settings.databaseUrl, tables });
  const logger = new Logger('engine');
  const fault = (what: string, error: unknown): void =>
    logger.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
  const { redisUrl, databaseUrl } = settings;
  const connection = redisUrl === undefined ? { databaseUrl } : { redisUrl };
  const doorbells = createDoorbells({ connection, fault });
  const now = (tenantId: string): number => engine.now(tenantId);
  const workerParts = { database, now, announce: changes.tell.bind(changes) };
  const engine: Engine = createEngine(
    { ...stores, ...doorbells },
    {
      projections: historyProjections,
      worker: settings.role !== 'api',
      builtInWorkers: [
        notificationWorker(workerParts),
        publicationWorker(workerParts),
        httpWorker({ hosts: settings.httpHosts, now, zone: calendar.zone }),
        ...mailWorkers(settings.mail),
      ],
      calendar: () => calendar,
      officeCode: officeCodes(database),
      fault,
    },
  );
  return {
    ...engine,
    async start() {
      await stores.start();
      await engine.start();
    },
    async stop() {
      await engine.stop();
      await stores.stop();
    },
  };
}
