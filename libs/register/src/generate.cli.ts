import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDiagrams, type GeneratedFile } from './generate/generate-diagrams.ts';
import { readSources } from './generate/read-sources.ts';

/**
 * Makes `diagrams/` from `seeds/register`, or those files of it whose sheets' paths contain one of `parts`. With
 * `--check` nothing is written: the command fails where the committed files are not what the sheets make.
 */
async function main(root: string, check: boolean, parts: readonly string[]): Promise<number> {
  const register = join(root, 'seeds', 'register');
  const sources = await readSources(register);
  const { files, problems } = await generateDiagrams(join(register, 'sheets'), sources, parts);
  for (const { file, line, reason } of problems) console.error(`${file}:${line}: ${reason}`);
  const folder = join(root, 'diagrams');
  const stale = await staleFiles(folder, files);
  if (check) {
    for (const path of stale.changed) console.error(`${path}: expected the file that its sheet makes`);
    for (const path of stale.orphans) console.error(`${path}: expected a sheet that makes this file`);
    return problems.length + stale.changed.length + stale.orphans.length === 0 ? 0 : 1;
  }
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  // A sheet that has problems or was not asked for keeps its files.
  const removed = problems.length + parts.length > 0 ? [] : stale.orphans;
  for (const path of removed) await rm(join(folder, path));
  console.log(
    `${files.length} files in ${folder}, ${stale.changed.length} changed, ${removed.length} removed, ${problems.length} problems`,
  );
  return problems.length === 0 ? 0 : 1;
}

async function staleFiles(
  folder: string,
  files: readonly GeneratedFile[],
): Promise<{ changed: string[]; orphans: string[] }> {
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  const present = (await readdir(folder, { recursive: true }).catch(() => []))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.bpmn') || path.endsWith('.form') || path.endsWith('.dmn'));
  const changed: string[] = [];
  for (const [path, text] of wanted) {
    const old = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (old !== text) changed.push(path);
  }
  return { changed, orphans: present.filter((path) => !wanted.has(path)) };
}

// The built file lies in libs/register/dist.
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const given = process.argv.slice(2);
const parts = given.filter((part) => !part.startsWith('--'));
process.exitCode = await main(root, given.includes('--check'), parts);
