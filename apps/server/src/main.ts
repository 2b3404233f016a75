import { DatabaseUnreachableError } from './database/open-database.ts';
import { PortTakenError, startServer, type IterServer } from './app.ts';
import { SeedError } from './seeds/seed-error.ts';
import { readSettings, SettingsError } from './settings/settings.ts';

/** What the person who starts Iter can mend: told in a sentence, without a trace. */
const sentences = [SettingsError, DatabaseUnreachableError, PortTakenError, SeedError];

async function start(): Promise<IterServer> {
  try {
    return await startServer(readSettings(process.env));
  } catch (error) {
    const known = sentences.some((kind) => error instanceof kind);
    console.error(known ? (error as Error).message : error);
    process.exit(1);
  }
}

const server = await start();
const place = server.url === undefined ? 'in the background' : `on ${server.url}`;
console.log(`ready ${place} after ${Math.round(process.uptime() * 1000)} ms`);

let closing = false;
function close(): void {
  if (closing) return;
  closing = true;
  server.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
process.on('SIGTERM', close);
process.on('SIGINT', close);
