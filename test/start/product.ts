import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The product as `npm start` runs it, for tests that start, stop and kill it. */
export interface Product {
  readonly process: ChildProcess;
  readonly url: string;
  /** Resolves once the server answers; rejects with what was printed if the command ends first. */
  readonly ready: Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

export async function startProduct(settings: Record<string, string>): Promise<Product> {
  const port = settings['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...withoutSettings(process.env), ...settings, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += String(bytes)));
  child.stderr.on('data', (bytes: Buffer) => (output += String(bytes)));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => output.includes(`http://`) && /ready|pronto/i.test(output) && resolve());
    void ended.then(() => reject(new Error(`the product ended before it was ready:\n${output}`)));
  });
  ready.catch(() => undefined); // a test that expects the end awaits `ended` alone
  return { process: child, url: `http://127.0.0.1:${port}`, ready, ended };
}

/** A start that inherits nothing of this machine's own services. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = ['DATABASE_URL', 'REDIS_URL', 'NODE_OPTIONS', 'PORT', 'HOST'];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !own.includes(name) && !name.startsWith('ITER_')),
  );
}

/** Every process below this one, itself included, deepest last. */
export function family(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
  return [pid, ...children.flatMap(family)];
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

export const isAlive = (pid: number): boolean => parentOf(String(pid)) !== undefined;

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
}
