import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDefinitions, decide } from '@iter/dmn';
import type { CompiledDefinitions } from '@iter/dmn';
import { valueToString } from '@iter/feel';
import type { FeelValue } from '@iter/feel';
import { sameValue } from './same-value.ts';
import { readTestCases } from './test-cases.ts';
import type { TckCase } from './test-cases.ts';

/** What a folder of the kit came to. */
export interface FolderResult {
  /** `compliance-level-3/0001-filter`. */
  readonly folder: string;
  readonly passed: number;
  readonly failures: readonly string[];
}

/** A fixed instant: no case of the kit depends on it. */
const NOW = Date.UTC(2026, 0, 15, 12);

/** Runs every folder of the kit below a path. */
export function runKit(path: string): readonly FolderResult[] {
  return directories(path)
    .filter((level) => level.startsWith('compliance-level-'))
    .flatMap((level) => directories(join(path, level)).map((name) => runFolder(path, `${level}/${name}`)));
}

function directories(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function runFolder(path: string, folder: string): FolderResult {
  const files = readdirSync(join(path, folder)).sort();
  const read = (file: string): string => readFileSync(join(path, folder, file), 'utf8');
  const models = new Map(files.filter((file) => file.endsWith('.dmn')).map((file) => [file, read(file)]));
  const failures: string[] = [];
  let passed = 0;
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const xml = read(file);
    const modelName = /<(?:\w+:)?modelName>\s*(.*?)\s*</.exec(xml)?.[1] ?? '';
    const definitions = compile(models, modelName);
    for (const testCase of readTestCases(xml)) {
      const found = attempt(() =>
        definitions === null ? [`no model ${modelName}`] : runCase(definitions, testCase),
      );
      if (found.length === 0) passed += 1;
      else failures.push(...found.map((failure) => `${folder} ${testCase.id}: ${failure}`));
    }
  }
  return { folder, passed, failures };
}

/** What breaks in one case is a failure of that case; the others still run. */
function attempt(run: () => readonly string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    return [String(error)];
  }
}

/** Faulty expressions are part of the kit: they are to come to null. */
function compile(models: ReadonlyMap<string, string>, name: string): CompiledDefinitions | null {
  const imports = [...models].filter(([file]) => file !== name).map(([, xml]) => xml);
  const compiled = compileDefinitions(models.get(name) ?? '', { imports, tolerant: true });
  return compiled.ok ? compiled.definitions : null;
}

function runCase(definitions: CompiledDefinitions, testCase: TckCase): readonly string[] {
  const named = testCase.invocable === null ? null : ask(definitions, testCase.invocable, testCase);
  return testCase.results.flatMap(({ name, value: expected }) => {
    const answer =
      named === null ? ask(definitions, name, testCase) : partOf(named, name, testCase.results.length);
    if (sameValue(answer.value, expected)) return [];
    return [`${name}: expected ${show(expected)}, but got ${show(answer.value)} ${answer.note}`];
  });
}

interface Answer {
  readonly value: FeelValue;
  readonly note: string;
}

/** The result of a service with several outputs holds one entry for each. */
function partOf(answer: Answer, name: string, results: number): Answer {
  if (results > 1 && answer.value instanceof Map) return { ...answer, value: answer.value.get(name) ?? null };
  return answer;
}

function ask(definitions: CompiledDefinitions, name: string, testCase: TckCase): Answer {
  const decision = definitions.decisions.find((each) => each.name === name);
  if (decision === undefined) return { value: `no decision ${name}`, note: '' };
  const result = decide(definitions, decision.id, testCase.inputs, { now: NOW, zone: 'UTC' });
  if (!result.ok) return { value: null, note: result.failure.message };
  return { value: result.value, note: result.warnings.map((warning) => warning.message).join(' | ') };
}

function show(value: FeelValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : valueToString(value);
}
