import { PortTakenError, startServer, type IterServer } from './app.ts';
import { DatabaseUnreachableError } from './database/open-database.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { SeedError } from './seeds/seed-error.ts';
import { readSettings, SettingsError } from './settings/settings.ts';

/** What the person who starts Iter can mend: told in a sentence, without a trace. */
const sentences = [SettingsError, DatabaseUnreachableError, PortTakenError, SeedError];

const starting = start();
let closing = false;
process.on('SIGTERM', () => void close());
process.on('SIGINT', () => void close());

const server = await starting;
const place = server.url === undefined ? 'in the background' : `on ${server.url}`;
if (!closing) {
  for (const line of await demoSignIns(server.parts)) console.log(line);
  console.log(`ready ${place} after ${Math.round(process.uptime() * 1000)} ms`);
}

async function start(): Promise<IterServer> {
  try {
    return await startServer(readSettings(process.env));
  } catch (error) {
    const known = sentences.some((kind) => error instanceof kind);
    console.error(known ? (error as Error).message : error);
    process.exit(1);
  }
}

/** Told to end while it starts, the server first gets up: nothing is left half made. */
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  try {
    const running = await starting;
    await running.close();
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
