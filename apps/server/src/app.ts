import 'reflect-metadata';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.ts';
import type { Parts } from './core.module.ts';
import { openDatabase } from './database/open-database.ts';
import { assembleEngine } from './engine/assemble-engine.ts';
import { bodyLimit } from './http/limits.ts';
import { securityHeaders } from './http/security-headers.ts';
import { serveWebApp } from './http/web-app.ts';
import { Changes } from './live/changes.ts';
import { LiveStreams } from './live/live-streams.ts';
import { loadSeeds, type SeedFolders } from './seeds/load-seeds.ts';
import type { Settings } from './settings/settings.ts';

/** A server that runs. */
export interface IterServer {
  /** Address people can open; undefined for a node that only works in the background. */
  readonly url: string | undefined;
  readonly parts: Parts;
  /** Refuses what comes, finishes what runs, and releases database and port. */
  close(): Promise<void>;
}

/** The port is used by something else. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

/**
 * Starts everything a server is made of: database and its schema, engine, seeds, web server.
 *
 * @throws DatabaseUnreachableError, PortTakenError, SeedError: one sentence each for the person who starts it
 */
export async function startServer(settings: Settings, folders: SeedFolders = {}): Promise<IterServer> {
  const database = await openDatabase(settings.databaseUrl);
  try {
    const changes = new Changes();
    const engine = await assembleEngine({ settings, database, changes, folders });
    const parts: Parts = { settings, database, engine, changes };
    try {
      await engine.start();
      await loadSeeds(parts, folders);
      if (settings.role === 'worker') return { url: undefined, parts, close: () => closeParts(parts) };
      const app = await createWebServer(parts);
      const url = await listen(app, settings);
      return { url, parts, close: () => closeAll(app, parts) };
    } catch (error) {
      await engine.stop();
      throw error;
    }
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function createWebServer(parts: Parts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    bodyParser: false,
    forceCloseConnections: true,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // A proxy on this machine or in a private network says whether the browser came by HTTPS.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(securityHeaders);
  // Bytes only: what they mean is the route's business, and nothing is parsed before it is known who asks.
  app.useBodyParser('raw', { limit: bodyLimit, type: isNotMultipart });
  serveWebApp(app);
  return app;
}

function isNotMultipart(request: {
  readonly headers: { readonly 'content-type'?: string | undefined };
}): boolean {
  return !(request.headers['content-type'] ?? '').startsWith('multipart/');
}

async function listen(app: NestExpressApplication, { host, port }: Settings): Promise<string> {
  await app.init();
  const http = app.getHttpServer();
  try {
    // Not by `app.listen`, which logs what the person who starts the server is told in a sentence.
    http.listen(port, host);
    await once(http, 'listening');
  } catch (error) {
    await app.close();
    throw listenError(error, host, port);
  }
  const address = http.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`;
}

function listenError(error: unknown, host: string, port: number): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return new PortTakenError(`Port ${port} is taken: stop what uses it, or choose another with PORT.`);
  }
  if (code === 'EACCES')
    return new PortTakenError(`Port ${port} is not allowed to this user: choose another with PORT.`);
  if (code === 'EADDRNOTAVAIL') return new PortTakenError(`HOST ${host} is no address of this machine.`);
  return error;
}

async function closeAll(app: NestExpressApplication, parts: Parts): Promise<void> {
  app.get(LiveStreams).closeAll();
  await app.close();
  await closeParts(parts);
}

async function closeParts({ engine, database }: Parts): Promise<void> {
  await engine.stop();
  await database.destroy();
}
