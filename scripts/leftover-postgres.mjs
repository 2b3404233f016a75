import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error.mjs';

/**
 * A server that outlived a killed parent still holds the data folder. It is stopped, but only after /proc
 * shows that the process is a postgres of this very folder and an orphan: a stale file may name an unrelated
 * process, and a living parent means that another start runs on this folder.
 */
export async function stopLeftover(dataDir) {
  const lock = path.join(dataDir, 'postmaster.pid');
  const found = leftover(lock, dataDir);
  if (found === 'dead') return rmSync(lock, { force: true });
  if (!found) return;
  if (found.orphan) process.kill(found.pid, 'SIGINT');
  for (let waited = 0; waited < 10_000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const still = leftover(lock, dataDir);
    if (still === 'dead') return rmSync(lock, { force: true });
    if (!still) return;
  }
  throw new StartError(
    `The data folder ${dataDir} is in use by another Iter (PostgreSQL process ${found.pid}): stop that one first.`,
  );
}

/** `dead`: killed and not yet cleared away by its parent, which PostgreSQL takes for a process that runs. */
function leftover(lock, dataDir) {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (/^State:\s+Z/m.test(status)) return 'dead';
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    const ours = path.basename(args[0] ?? '') === 'postgres' && args[args.indexOf('-D') + 1] === dataDir;
    return ours ? { pid, orphan: isReaper(parent) } : undefined;
  } catch {
    return undefined; // no file, no such process, or no /proc
  }
}

/** Orphans go to process 1 or to a session's reaper; a node parent means that its Iter still lives. */
function isReaper(pid) {
  if (pid === 1) return true;
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return true;
  }
}
