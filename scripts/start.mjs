// npm start: installs and builds when needed, starts the embedded PostgreSQL unless DATABASE_URL names
// another, and runs the server until it is told to stop. Everything it started is closed when it ends.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartError } from './start-error.mjs';
import { ROOT, build, fail, install, requireNode, say } from './steps.mjs';

requireNode();
const port = process.env.PORT || '8080';
await requireFreePort(port);
await install();
await build();

const { startPostgres } = await import('./postgres.mjs');
const database = process.env.DATABASE_URL ? undefined : await embeddedDatabase();
const server = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(ROOT, 'apps/server/dist/main.js')],
  {
    stdio: 'inherit',
    detached: true, // Ctrl-C reaches this process alone, which then stops the server before its database
    env: { ...process.env, ...database?.env, PORT: port },
  },
);
say('starting the server');

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// npm that is killed (not Ctrl-C) does not tell its child: notice that the parent has gone
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();
void database?.running.exited.then((code) => {
  if (stopping) return;
  console.error(`\nThe embedded PostgreSQL stopped unexpectedly (code ${code}): start Iter again.`);
  stop();
});
server.once('exit', (code, signal) => {
  const asked = stopping;
  stopping = true;
  void close(asked && (code === 0 || signal === 'SIGTERM') ? 0 : (code ?? 1));
});

async function close(code) {
  await database?.running.stop();
  process.exit(code);
}

async function embeddedDatabase() {
  say('starting the database');
  const home = path.resolve(ROOT, process.env.ITER_HOME || '.iter');
  try {
    const running = await startPostgres({ home, database: 'iter' });
    const demo = process.env.ITER_DEMO ?? (process.env.NODE_ENV === 'production' ? 'false' : 'true');
    return { running, env: { DATABASE_URL: running.url, ITER_DEMO: demo } };
  } catch (error) {
    if (error instanceof StartError) fail(error.message);
    throw error;
  }
}

/** Asked before anything long is done; the server asks again when it listens. */
function requireFreePort(number) {
  if (!/^\d+$/.test(number) || Number(number) > 65_535)
    fail(`PORT must be a number up to 65535, but it is "${number}".`);
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => fail(`Port ${number} is taken: stop what uses it, or choose another with PORT.`))
      .listen(Number(number), process.env.HOST || '127.0.0.1', () => probe.close(resolve));
  });
}
