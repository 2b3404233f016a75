interface CpuClock {
  cpuUsage(): { readonly user: number; readonly system: number };
}

const { cpuUsage } = (globalThis as unknown as { process: CpuClock }).process;

function milliseconds(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1_000;
}

/** A new worst above this is run again: the first run may have paid for compiling or for collecting garbage. */
const DOUBTFUL = 20;

/** Keeps the run that took the most time of the processor, other programs beside it not counted. */
export class Slowest {
  ms = 0;
  source = '';

  run<T>(source: string, run: () => T): T {
    const began = milliseconds();
    const result = run();
    let took = milliseconds() - began;
    for (let again = 0; again < 3 && took > Math.max(DOUBTFUL, this.ms); again += 1) {
      const start = milliseconds();
      run();
      took = Math.min(took, milliseconds() - start);
    }
    if (took > this.ms) [this.ms, this.source] = [took, source];
    return result;
  }
}
