import { drive, World, WorldLimit } from '@iter/engine-core/test';
import { readDeployment } from '@iter/engine-runtime';
import { chooser } from './choose.ts';
import { mutate } from './mutate.ts';

/** What became of one mutated file. */
export interface Trial {
  readonly seed: number;
  /** `refused` with problems that say what was expected, or `ran`. */
  readonly outcome: 'refused' | 'ran' | 'failed';
  /** Processor time, in milliseconds: what other programs take does not count. */
  readonly milliseconds: number;
  /** What went wrong: an error nobody handled, a refusal without a reason, or too much time. */
  readonly fault?: string;
}

/** One file may take so long, reading, checking and running it together. */
export const MOST_MILLISECONDS = 2_000;

/** The mutated file of a seed. */
export function fileOf(seed: number, corpus: readonly string[]): Uint8Array {
  const choose = chooser(seed);
  return mutate(choose.one(corpus), choose);
}

/** Deploys the mutated file of a seed, and runs what compiles for a while. */
export async function tryFile(seed: number, corpus: readonly string[]): Promise<Trial> {
  const content = fileOf(seed, corpus);
  const began = process.cpuUsage();
  const milliseconds = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  try {
    const outcome = await deployAndRun(content, seed);
    const took = milliseconds();
    if (took <= MOST_MILLISECONDS) return { seed, outcome, milliseconds: took };
    return {
      seed,
      outcome: 'failed',
      milliseconds: took,
      fault: `${outcome}, but took ${Math.round(took)} ms`,
    };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, outcome: 'failed', milliseconds: milliseconds(), fault };
  }
}

async function deployAndRun(content: Uint8Array, seed: number): Promise<'refused' | 'ran'> {
  const { problems } = await readDeployment([{ name: 'mutated.bpmn', content }]);
  for (const { rule, expected, params, severity } of problems)
    if (!/^(DEP|WARN)-\d+$/.test(rule) || !expected.startsWith('Expected') || !params || !severity)
      throw new Error(`Expected a problem with its rule and what was expected, but got ${rule}: ${expected}`);
  if (problems.some(({ severity }) => severity === 'error')) return 'refused';
  try {
    await run(content, seed);
  } catch (error) {
    if (!(error instanceof WorldLimit)) throw error;
  }
  return 'ran';
}

/** Starts each process and answers what waits, at random; every turn is run twice and keeps the invariants. */
async function run(content: Uint8Array, seed: number): Promise<void> {
  const limits = { maxSteps: 100, maxTotalSteps: 400, maxCallDepth: 5, mostTurns: 60 };
  const world = await World.of([content], limits);
  const { random } = chooser(seed + 1);
  for (const [processId, graph] of world.graphs) {
    const startEvents = graph.root.startNodes.filter(({ kind }) => kind === 'start-event');
    const [first] = startEvents;
    const named = startEvents.length > 1 && first ? { startEventId: first.id } : {};
    if (isRefused(() => world.start({ x: 1, list: [1, 2] }, { processId, ...named }))) continue;
    for (let at = 0; at < world.cases.length && at < 4; at++) {
      const one = world.cases[at];
      if (one) drive(world, one, random, 12);
    }
  }
}

/** True where a command was rejected, as commands may be. */
function isRefused(command: () => unknown): boolean {
  try {
    command();
    return false;
  } catch (error) {
    if (/^(NOT_FOUND|INVALID_STATE|INVALID_ARGUMENT): /.test((error as Error).message)) return true;
    throw error;
  }
}
