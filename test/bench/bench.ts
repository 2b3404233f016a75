import { engineMigrations } from '@iter/engine-postgres';
import { historyMigrations } from '@iter/history';
import { createTestDatabase } from '@iter/testing';
import { floorW1 } from './floor.ts';
import { engineW1, type RecordedTurns, type W1 } from './w1.ts';

/** `npm run bench`: the product beside the floor, in turns, on one database. ITER_TEST_DATABASE_URL names the server. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly walBytes: number;
  /** Processor time of this process per command, in microseconds. */
  readonly cpuMicros: number;
}

const database = await createTestDatabase({ migrations: [...engineMigrations, ...historyMigrations] });
try {
  let recorded: RecordedTurns | undefined;
  const engine = await engineW1(database.url, (turns) => {
    recorded = turns;
  });
  if (!recorded) throw new Error('Expected the turns of an instance to be recorded');
  const floor = await floorW1(database.url, recorded);
  for (const clients of [256, 1]) await compare(clients, engine, floor);
  await engine.stop();
  await floor.stop();
} catch (error) {
  // Told before the database goes, whose end breaks the connections that are left.
  console.error(error);
  process.exit(1);
} finally {
  await database.drop();
}

async function compare(clients: number, engine: W1, floor: W1): Promise<void> {
  const rounds: { engine: Round[]; floor: Round[] } = { engine: [], floor: [] };
  await measure(clients, engine, SECONDS / 2);
  await measure(clients, floor, SECONDS / 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.floor.push(await measure(clients, floor, SECONDS));
    rounds.engine.push(await measure(clients, engine, SECONDS));
  }
  const [ours, bare] = [middle(rounds.engine), middle(rounds.floor)];
  const ratio = (ours.perSecond / bare.perSecond).toFixed(2);
  console.log(`W1, ${clients} client${clients > 1 ? 's' : ''}`);
  for (const [name, round] of [
    ['floor c', bare],
    ['engine', ours],
  ] as const)
    console.log(
      `  ${name.padEnd(8)} ${round.perSecond.toFixed(0).padStart(6)} instances/s   ` +
        `p50 ${round.p50.toFixed(1)} ms   p99 ${round.p99.toFixed(1)} ms   WAL ${(round.walBytes / 1000).toFixed(1)} kB   ` +
        `Node ${round.cpuMicros.toFixed(0)} µs per command`,
    );
  console.log(`  ratio    ${ratio}`);
}

async function measure(clients: number, w1: W1, seconds: number): Promise<Round> {
  const times: number[] = [];
  const before = await walPosition();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await w1.play();
        times.push(performance.now() - start);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const walBytes = ((await walPosition()) - before) / times.length;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMicros = (user + system) / times.length / 2;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), walBytes, cpuMicros };
}

async function walPosition(): Promise<number> {
  const [row] = await database.dataSource.query<{ bytes: string }[]>(
    `SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS bytes`,
  );
  return Number(row?.bytes);
}

/** The round with the median rate. */
function middle(rounds: readonly Round[]): Round {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('Expected at least one round');
  return found;
}
