import { parentPort, Worker, workerData } from 'node:worker_threads';
import { corpus } from './corpus.ts';
import { MOST_MILLISECONDS, tryFile, type Trial } from './try-file.ts';

/**
 * `npm run fuzz -- [count] [seed]`: deploys and runs mutated files in a thread of its own, which is watched: a file
 * that never comes to an end is a fault too. Prints every fault with its seed; `npm run fuzz -- 1 <seed>` shows it
 * again.
 */
const WATCH_MS = 30_000;

interface Totals {
  refused: number;
  ran: number;
  failed: number;
  slowest: number;
}

if (parentPort) await work(workerData as { from: number; to: number });
else process.exitCode = await watch();

async function work({ from, to }: { from: number; to: number }): Promise<void> {
  const files = corpus();
  for (let seed = from; seed < to; seed++) parentPort?.postMessage(await tryFile(seed, files));
}

async function watch(): Promise<number> {
  const [count = 10_000, first = Date.now() % 1e9] = process.argv.slice(2).map(Number);
  console.log(`${count} mutated files, seeds ${first} to ${first + count - 1}`);
  const totals: Totals = { refused: 0, ran: 0, failed: 0, slowest: 0 };
  for (let from = first; from < first + count;) from = await worked(from, first + count, totals);
  const { refused, ran, failed, slowest } = totals;
  console.log(`refused ${refused}, ran ${ran}, failed ${failed}; slowest ${Math.round(slowest)} ms`);
  return failed === 0 ? 0 : 1;
}

/** Runs the seeds of a range until one does not come back; resolves with the seed to go on with. */
function worked(from: number, to: number, totals: Totals): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { from, to },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    let next = from;
    const tell = (trial: Trial): void => {
      next = trial.seed + 1;
      totals[trial.outcome] += 1;
      totals.slowest = Math.max(totals.slowest, trial.milliseconds);
      if (trial.fault) console.log(`seed ${trial.seed}: ${trial.fault}\n`);
      if ((totals.refused + totals.ran + totals.failed) % 1000 === 0) console.log(JSON.stringify(totals));
    };
    const lost = (fault: string): void => {
      tell({ seed: next, outcome: 'failed', milliseconds: MOST_MILLISECONDS, fault });
      void worker.terminate().then(() => resolve(next));
    };
    const alarm = (): NodeJS.Timeout => setTimeout(() => lost(`no answer for ${WATCH_MS} ms`), WATCH_MS);
    let timer = alarm();
    worker.on('message', (trial: Trial) => {
      clearTimeout(timer);
      tell(trial);
      timer = alarm();
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      lost(`the thread ended: ${error.message}`);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      if (next >= to) resolve(to);
    });
  });
}
