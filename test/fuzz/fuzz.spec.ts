import { describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.ts';
import { tryFile, type Trial } from './try-file.ts';

const FILES = 300;
const SECONDS = 20;

describe('mutated BPMN files', () => {
  it(`are refused with a reason or run, whatever they hold (${FILES} files; the nightly command tries 10,000)`, async () => {
    const files = corpus();
    const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1e9);
    const end = Date.now() + SECONDS * 1000;
    const trials: Trial[] = [];
    for (let at = 0; at < FILES && Date.now() < end; at++) trials.push(await tryFile(seed + at, files));
    console.log(`fuzz: ${trials.length} files, seeds ${seed} to ${seed + trials.length - 1}`);
    expect(trials.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(new Set(trials.map(({ outcome }) => outcome))).toEqual(new Set(['refused', 'ran']));
  }, 60_000);
});
