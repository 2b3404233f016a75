import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDrawing } from '@iter/layout';
import { createModdle } from './build/moddle.ts';

/** `npm run register:drawings`: faults, crossings and bends of every diagram, and over all. Fails on a fault. */
async function main(folder: string): Promise<number> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.bpmn')).sort();
  const totals = { faults: 0, crossings: 0, bends: 0 };
  for (const path of paths) {
    const { rootElement } = await createModdle().fromXML(await readFile(join(folder, path), 'utf8'));
    const { faults, crossings, bends, width, height } = checkDrawing(rootElement);
    totals.faults += faults.length;
    totals.crossings += crossings;
    totals.bends += bends;
    console.log(
      `${path.padEnd(60)} ${crossings} crossings, ${bends} bends, ${width} x ${height}, ${faults.length} faults`,
    );
    for (const { kind, elements } of faults) console.log(`  ${kind}: ${elements.join(', ')}`);
  }
  console.log(
    `${paths.length} diagrams: ${totals.faults} faults, ${totals.crossings} crossings, ${totals.bends} bends`,
  );
  return totals.faults === 0 ? 0 : 1;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
process.exitCode = await main(join(root, 'diagrams'));
