import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const options = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

/** Loader hook: TypeScript becomes JavaScript, everything else is left to Node. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  return {
    format: 'module',
    shortCircuit: true,
    source: toJavaScript(readFileSync(filename, 'utf8'), filename),
  };
}

export function toJavaScript(source, filename) {
  return transformSync(source, { ...options, filename }).code;
}
