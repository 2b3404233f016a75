import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('test/architecture/'));
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file);
const isSource = (file: string) =>
  isCode(file) && /^(apps|libs|scripts)\//.test(file) && !/spec\.tsx?$/.test(file);

/** Lines of files that match, as `file:line: text`. */
function matches(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('the house', () => {
  it('has no room whose name says nothing', () => {
    const empty =
      /(^|\/)(common|shared|utils?|helpers?|misc|core-utils)(\/|\.[a-z]+$)|(^|[-/])(helper|manager|util)s?[.-]/;
    expect(files.filter((file) => isCode(file) && empty.test(file))).toEqual([]);
  });

  it('keeps every source file below 300 lines', () => {
    const long = files
      .filter(isSource)
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('is written in kebab-case', () => {
    const wrong = files.filter(isCode).filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)));
    expect(wrong).toEqual([]);
  });

  it('is spelled in American English', () => {
    const british =
      /(?<!aria-)\b(behaviour|colour|favour|honour|neighbour|labelled|labelling|modelled|modelling|cancelled|cancelling|initialis|serialis|normalis|recognis|customis|minimis|maximis|organised|analyse[ds]?\b|licence[ds]?\b|centre\b)/i;
    expect(
      matches(
        files.filter((file) => isCode(file) || file.endsWith('.md')),
        british,
      ),
    ).toEqual([]);
  });

  it('holds no code that was commented out, and no promise of later work', () => {
    const promise = /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon/;
    expect(matches(files.filter(isCode), promise)).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no registry host and no path of a machine', () => {
    expect(matches(['package-lock.json'], /"resolved": *"https?:/)).toEqual([]);
    const text = files.filter(
      (file) => /\.(ts|tsx|mjs|json|md|ya?ml|css|html)$/.test(file) && file !== 'package-lock.json',
    );
    expect(matches(text, /(^|[^A-Za-z0-9_./-])\/(work|root|home\/[a-z]+)\//)).toEqual([]);
  });

  it('has just the top level that the house names', () => {
    const top = new Set(files.map((file) => file.split('/')[0]));
    const folders = [...top].filter((name) => files.some((file) => file.startsWith(`${name}/`)));
    expect(folders.sort()).toEqual(['.ci', 'apps', 'diagrams', 'libs', 'scripts', 'seeds', 'test']);
  });
});
