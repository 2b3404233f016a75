import { toJson } from '@iter/feel';
import { Slowest } from '../../feel/test/slowest.ts';
import { compileDefinitions, decide } from '../src/index.ts';
import type { DecisionResult } from '../src/index.ts';
import { mutatedModel } from './mutated-model.ts';

/** What mutated models came to. */
export interface FuzzReport {
  /** The number of the model, the decision, and what it broke. */
  readonly broken: readonly (readonly [number, string, unknown])[];
  readonly evaluated: number;
  readonly compiling: Slowest;
  readonly evaluating: Slowest;
}

/** Compiles the models numbered from 1, in spite of their faults, and asks all their decisions. */
export function fuzzModels(count: number): FuzzReport {
  const broken: [number, string, unknown][] = [];
  const [compiling, evaluating] = [new Slowest(), new Slowest()];
  let evaluated = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const xml = mutatedModel(seed);
    const compilation = compiling.run(xml, () => compileDefinitions(xml, { tolerant: true }));
    if (!compilation.ok) continue;
    const { definitions } = compilation;
    for (const { id } of definitions.decisions) {
      const ask = (): DecisionResult => decide(definitions, id, new Map([['i', [1, 2]]]), { now: 0 });
      const result = evaluating.run(`${id} of ${xml}`, ask);
      evaluated += 1;
      if (!isSound(result)) broken.push([seed, id, result]);
    }
  }
  return { broken, evaluated, compiling, evaluating };
}

function isSound(result: DecisionResult): boolean {
  return result.ok ? typeof toJson(result.value) === 'string' : result.failure.code !== 'INTERNAL';
}
