import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readReport } from './read-report.ts';

const root = path.join(import.meta.dirname, '..', '..', '..', '..');
/** The documents are the owner's and stay outside the repository. */
const documents = path.resolve(process.env['ITER_DOCUMENTS'] ?? path.join(root, '..', 'shared', 'seeds'));

describe('the diagrams beside the annex', () => {
  it('leave no line, no code and no phrase of it over, where it is here', async () => {
    const report = await readReport(root, documents);
    if ('reason' in report) console.log(`The annex is not compared: ${report.reason}; set ITER_DOCUMENTS.`);
    expect('reason' in report ? [] : report.coverage.problems).toEqual([]);
  }, 120_000);
});
