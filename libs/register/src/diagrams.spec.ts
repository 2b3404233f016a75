import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { checkDiagram } from '@iter/bpmn';
import { checkDrawing } from '@iter/layout';
import { readDiagrams, readFolder, registerFiles } from '../test/diagrams.ts';
import { coverProcess } from '../test/player.ts';
import { createModdle } from './build/moddle.ts';

const diagrams = readDiagrams();
const files = registerFiles(readFolder());

describe('the diagrams together', () => {
  it('keep the public rules for Camunda 8.9', async () => {
    const script = join(import.meta.dirname, '..', 'test', 'public-lint.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script]);
    expect(JSON.parse(stdout)).toEqual({});
  }, 240_000);
});

describe.each(diagrams)('the diagram $path', ({ xml }) => {
  it('can be deployed without a problem or a warning', async () => {
    expect(await checkDiagram(xml)).toEqual([]);
  });

  it('is drawn without overlaps, flows through shapes or labels on anything', async () => {
    const { rootElement } = await createModdle().fromXML(xml);
    expect(checkDrawing(rootElement).faults).toEqual([]);
  });

  it('is played until every node and every flow was executed', async () => {
    const processId = /<bpmn:process id="([^"]+)"/.exec(xml)?.[1] ?? '';
    expect((await coverProcess(processId, files)).missed).toEqual([]);
  }, 60_000);
});
