import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDiagrams } from './generate-diagrams.ts';
import { readSources } from './read-sources.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const register = join(root, 'seeds', 'register');

describe('the committed diagrams and forms', () => {
  it('are those that the sheets make', async () => {
    const { files, problems } = await generateDiagrams(join(register, 'sheets'), await readSources(register));
    expect(problems).toEqual([]);
    const stale: string[] = [];
    for (const { path, text } of files) {
      const committed = await readFile(join(root, 'diagrams', path), 'utf8').catch(() => undefined);
      if (committed !== text) stale.push(path);
    }
    expect(stale).toEqual([]);
  }, 300_000);
});
