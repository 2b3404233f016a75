import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runKit } from './run-kit.ts';

/** The kit is data of others and stays outside the repository. */
const KIT = process.env['ITER_TCK'] ?? resolve(import.meta.dirname, '../../../shared/tck');

describe('the DMN compatibility kit', () => {
  it('passes every case, where the kit is here', () => {
    const present = existsSync(KIT);
    const results = present ? runKit(KIT) : [];
    const lines = results.map(({ folder, passed, failures }) => {
      const [good, bad] = [passed, failures.length].map((count) => String(count).padStart(5));
      return `${good} passed ${bad} failed  ${folder}\n`;
    });
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    const failures = results.flatMap((result) => result.failures);
    const outcome = present
      ? `${passed} passed, ${failures.length} failed.`
      : `not run, there is no folder ${KIT}; set ITER_TCK to where it lies.`;
    process.stdout.write(`${lines.join('')}${failures.map((failure) => `  ${failure}\n`).join('')}`);
    process.stdout.write(`DMN compatibility kit: ${outcome}\n`);
    expect(failures).toEqual([]);
    expect(passed > 0).toBe(present);
  }, 300_000);
});
