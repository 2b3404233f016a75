// What `npm start` and `npm test` share: telling what is done, and doing it only when it is needed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];
const began = Date.now();

/** Prints one line of progress with the seconds since the command began. */
export function say(text) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${text}`);
}

/** Ends the command with one sentence on standard error and exit code 1. */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Iter needs Node.js ${OLDEST_NODE.join('.')} or later, but this is ${process.versions.node}.`);
}

/**
 * Runs a program to its end in the repository's root.
 * @returns {Promise<{ code: number, output: string }>} output is empty unless `quiet`
 */
export function run(program, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    child.stdout?.on('data', (bytes) => (output += bytes));
    child.stderr?.on('data', (bytes) => (output += bytes));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Installs the packages of the lock file unless npm has done so since that file was written. What only the tests
 * need is two thirds of all packages and half of the time, so a newcomer's `npm start` does without.
 */
export async function install({ withTests = false } = {}) {
  const lock = path.join(ROOT, 'package-lock.json');
  const modules = path.join(ROOT, 'node_modules');
  const installed = path.join(modules, '.package-lock.json'); // npm writes it last
  const hasTests = existsSync(path.join(modules, 'jest'));
  const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (current && (hasTests || !withTests)) return;
  say('installing packages (once, up to a minute)');
  const omit = withTests || hasTests ? [] : ['--omit=dev'];
  const { code, output } = await run(npm(), ['ci', ...omit, '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (code !== 0) fail(`npm ci failed with code ${code}:\n${output.trim()}`);
}

/** Builds the server and the web application unless nothing that they are made of has changed. */
export async function build() {
  const stamp = path.join(ROOT, 'tmp', 'built');
  const sources = fingerprint();
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (built && existsSync(path.join(ROOT, 'apps/server/dist/main.js'))) return;
  say('building (some seconds; only what has changed the next time)');
  // One compiler for all rooms: `nx build` starts one for each, which takes five times as long on two cores.
  await must('The build', ['typescript7/bin/tsc', '-b', 'tsconfig.json']);
  await must('The build of the web application', [
    'vite/bin/vite.js',
    'build',
    'apps/web',
    '--logLevel=warn',
  ]);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

const npm = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

async function must(what, [file, ...args]) {
  const program = path.join('node_modules', file);
  const { code, output } = await run(process.execPath, [program, ...args], { quiet: true });
  if (code !== 0) fail(`${what} failed:\n${output.trim()}`);
}

/** Names, sizes and times of everything the build reads: some hundred `stat`s, where asking Nx takes seconds. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (['dist', 'out-tsc', 'node_modules'].includes(entry.name)) continue;
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(at);
      else hash.update(`${at} ${statSync(at).size} ${statSync(at).mtimeMs}\n`);
    }
  };
  for (const folder of ['apps', 'libs']) visit(path.join(ROOT, folder));
  for (const file of ['tsconfig.base.json', 'package-lock.json']) {
    hash.update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}
