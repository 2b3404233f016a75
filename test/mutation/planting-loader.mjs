import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load as loadTypeScript, toJavaScript } from '../typescript-loader.mjs';

let fault;

export function initialize(planted) {
  fault = planted;
}

/** Loader hook: as the TypeScript loader, with one fault in one file. Nothing is written: others use the sources too. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || fileURLToPath(url) !== fault.file)
    return loadTypeScript(url, context, next);
  const source = readFileSync(fault.file, 'utf8').replace(fault.from, () => fault.to);
  return { format: 'module', shortCircuit: true, source: toJavaScript(source, fault.file) };
}
