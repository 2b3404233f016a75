import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runKit } from './run-kit.ts';

/** The kit is data of others and stays outside the repository. */
const KIT = process.env['ITER_TCK'] ?? resolve(import.meta.dirname, '../../../shared/tck');

describe('the DMN compatibility kit', () => {
  if (!existsSync(KIT)) {
    it.skip(`is not here: no folder ${KIT}; set ITER_TCK to where it lies`, () => {});
    process.stdout.write(
      `The DMN compatibility kit was not run: there is no folder ${KIT}. Set ITER_TCK to where it lies.\n`,
    );
    return;
  }

  it('passes every case', () => {
    const results = runKit(KIT);
    const lines = results.map(
      ({ folder, passed, failures }) =>
        `${String(passed).padStart(5)} passed ${String(failures.length).padStart(5)} failed  ${folder}`,
    );
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    const failures = results.flatMap((result) => result.failures);
    process.stdout.write(`${lines.join('\n')}\n${failures.map((failure) => `  ${failure}\n`).join('')}`);
    process.stdout.write(`DMN compatibility kit: ${passed} passed, ${failures.length} failed.\n`);
    expect(passed).toBeGreaterThan(0);
    expect(failures).toEqual([]);
  });
});
