import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverageText } from './report/print.ts';
import { readReport } from './report/read-report.ts';

/**
 * `npm run register:report [-- <folder of the documents>] [--phrases]`: compares the diagrams with the document they
 * come from. Fails where a family that is said to be whole leaves anything over (seeds/register/coverage.yaml).
 */
async function main(root: string, args: readonly string[]): Promise<number> {
  const documents = args.find((arg) => !arg.startsWith('--')) ?? join(root, '..', 'shared', 'seeds');
  const report = await readReport(root, resolve(documents));
  if ('reason' in report) {
    console.log(`Nothing to compare: ${report.reason}. Give the folder of the documents as an argument.`);
    return 0;
  }
  const { coverage, diagrams, lines, plan } = report;
  console.log(coverageText(coverage, diagrams, { phrases: args.includes('--phrases'), lines }));
  const failing = coverage.problems.filter(
    ({ family }) => family === undefined || plan.complete.includes(family),
  );
  console.log(
    `\n${diagrams.length} diagrams, ${coverage.problems.length} problems, ${failing.length} in the families that are whole (${plan.complete.join(', ')})`,
  );
  return failing.length === 0 ? 0 : 1;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
process.exitCode = await main(root, process.argv.slice(2));
