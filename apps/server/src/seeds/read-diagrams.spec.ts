import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixtureFolders } from '../../test/fixtures.ts';
import { bundleSeeds, readSeedFiles, type SeedBundle } from './read-diagrams.ts';
import { SeedError } from './seed-error.ts';

describe('the diagrams that the product ships with', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'iter-seeds-'));
    for (const name of ['richiesta.bpmn', 'richiesta-avvio.form', 'richiesta-esame.form']) {
      await writeFile(path.join(folder, name), await readFile(path.join(fixtureFolders.diagrams, name)));
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const readSeedDiagrams = async (from: string): Promise<readonly SeedBundle[]> =>
    bundleSeeds(await readSeedFiles(from));
  const names = (bundle: { readonly resources: readonly { readonly name: string }[] } | undefined) =>
    bundle?.resources.map(({ name }) => name);

  it('puts a diagram together with the forms that are bound to it, and shared ones first', async () => {
    await writeFile(path.join(folder, 'comune.form'), '{"id":"comune","components":[]}');
    const bundles = await readSeedDiagrams(folder);
    expect(bundles.map(({ processIds }) => processIds)).toEqual([[], ['richiesta']]);
    expect(names(bundles[0])).toEqual(['comune.form']);
    expect(names(bundles[1])).toEqual(['richiesta.bpmn', 'richiesta-avvio.form', 'richiesta-esame.form']);
  });

  it('notices a change of any file of the bundle, and only that', async () => {
    const [before] = await readSeedDiagrams(folder);
    const [again] = await readSeedDiagrams(folder);
    await writeFile(path.join(folder, 'richiesta-esame.form'), '{"id":"richiesta-esame","components":[]}');
    const [after] = await readSeedDiagrams(folder);
    expect(again?.checksum).toBe(before?.checksum);
    expect(after?.checksum).not.toBe(before?.checksum);
  });

  it('names the file that cannot be read', async () => {
    await writeFile(path.join(folder, 'rotto.form'), '{');
    await expect(readSeedDiagrams(folder)).rejects.toThrow(SeedError);
    await expect(readSeedDiagrams(folder)).rejects.toThrow('rotto.form');
  });
});
