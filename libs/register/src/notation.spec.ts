import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkDiagram } from '@iter/bpmn';
import { checkDrawing } from '@iter/layout';
import { registerFiles } from '../test/diagrams.ts';
import { coverProcess } from '../test/player.ts';
import { createModdle } from './build/moddle.ts';
import { filesOfSheet, type GeneratedFile } from './generate/generate-diagrams.ts';
import { readSources } from './generate/read-sources.ts';
import { readSheet } from './sheet/read-sheet.ts';

const seeds = join(import.meta.dirname, '..', '..', '..', 'seeds', 'register');
const text = readFileSync(join(import.meta.dirname, '..', 'test', 'sheets', 'everything.yaml'), 'utf8');
let files: readonly GeneratedFile[] = [];
const xmlOf = (extension: string): string => files.find(({ path }) => path.endsWith(extension))?.text ?? '';

beforeAll(async () => {
  const sources = await readSources(seeds);
  const reading = readSheet(text, sources);
  if (!reading.ok)
    throw new Error(reading.problems.map(({ line, reason }) => `${line}: ${reason}`).join('\n'));
  files = await filesOfSheet(reading.sheet, reading.flow, sources);
});

describe('a sheet with every kind of line', () => {
  it('becomes a diagram that can be deployed without a warning', async () => {
    expect(await checkDiagram(xmlOf('.bpmn'))).toEqual([]);
  });

  it('keeps the public rules, but for messages that the engine itself publishes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'iter-notation-'));
    const file = join(folder, 'prova.bpmn');
    await writeFile(file, xmlOf('.bpmn'));
    const script = join(import.meta.dirname, '..', 'test', 'public-lint.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, file]);
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual({});
  }, 60_000);

  it('is drawn without faults', async () => {
    const { rootElement } = await createModdle().fromXML(xmlOf('.bpmn'));
    expect(checkDrawing(rootElement).faults).toEqual([]);
  });

  it('is played until every node and every flow was executed', async () => {
    expect((await coverProcess('prova', registerFiles(files))).missed).toEqual([]);
  }, 60_000);
});
