// npm test: installs what it needs and runs every check; prints the time of each and one line of totals.
//
//   npm test                 everything
//   npm test -- unit lint    only the named parts (see PARTS)
import { mkdirSync, mkdtempSync, readFileSync, rmSync, chmodSync, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, build, fail, install, requireNode, run, say } from './steps.mjs';

requireNode();
process.chdir(ROOT);

const node = process.execPath;
const tool = (file, ...args) => ({ program: node, args: [path.join('node_modules', file), ...args] });
const tsc = (...args) => tool('typescript7/bin/tsc', ...args);

/** Each part is a check that passes or fails as one, or counts its own tests. */
const PARTS = {
  format: { what: 'formatting', ...tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  build: { what: 'build with strict types', does: async () => (await build(), { passed: 1, failed: 0 }) },
  types: { what: 'types of the tests', ...tsc('-p', 'tsconfig.test.json') },
  'web-types': { what: 'types of the web tests', ...tsc('-p', 'tsconfig.web-test.json') },
  lint: { what: 'lint', ...tool('oxlint/bin/oxlint', '--type-aware', '--quiet') },
  rooms: { what: 'module boundaries', does: rooms },
  unused: {
    what: 'dead code and dependencies',
    ...tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  },
  unit: { what: 'tests', does: jest },
  browser: { what: 'browser tests', does: playwright },
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in PARTS));
if (unknown) fail(`There is no part "${unknown}": choose among ${Object.keys(PARTS).join(', ')}.`);

await install({ withTests: true });
mkdirSync('tmp', { recursive: true });
const totals = { passed: 0, failed: 0 };
const times = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const began = Date.now();
  say(`${name}: ${part.what}`);
  const { passed, failed } = await (part.does ?? checkOf(part))();
  totals.passed += passed;
  totals.failed += failed;
  times.push([name, Date.now() - began, passed, failed]);
}

console.log('');
for (const [name, ms, passed, failed] of times) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(12)} ${(ms / 1000).toFixed(1).padStart(7)} s  ${passed} passed, ${failed} failed`,
  );
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

function checkOf({ program, args }) {
  return async () =>
    (await run(program, args)).code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The boundary rule reads the graph of projects that Nx keeps, and is silent where nobody has made it yet. */
async function rooms() {
  const quiet = { quiet: true, env: { NX_DAEMON: 'false' } };
  const graph = await run(node, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], quiet);
  if (graph.code !== 0) return (console.error(graph.output), { passed: 0, failed: 1 });
  return checkOf(tool('eslint/bin/eslint.js', 'apps', 'libs', '--max-warnings=0'))();
}

/** Every Jest project in one run, on one database server that needs no flushes. */
async function jest() {
  const report = path.join(ROOT, 'tmp', 'jest.json');
  rmSync(report, { force: true });
  const database = process.env.ITER_TEST_DATABASE_URL ? undefined : await testDatabase();
  const { code } = await run(
    node,
    [
      '--no-warnings',
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
    ],
    { env: { ITER_TEST_DATABASE_URL: process.env.ITER_TEST_DATABASE_URL ?? database.url } },
  );
  await database?.close();
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

async function testDatabase() {
  const { startPostgres } = await import('./postgres.mjs');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'iter-test-'));
  chmodSync(folder, 0o755);
  const running = await startPostgres({ home: folder, database: 'test', durable: false });
  return {
    url: running.url,
    close: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function playwright() {
  await build();
  const { findBrowser } = await import('./browser.mjs');
  const browser = await findBrowser();
  const report = path.join(ROOT, 'tmp', 'playwright.json');
  rmSync(report, { force: true });
  const libraries = browser.libraries ? { LD_LIBRARY_PATH: browser.libraries } : {};
  const { code } = await run(
    node,
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/playwright.config.ts'],
    {
      env: { CHROMIUM: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...libraries },
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky || (code === 0 ? 0 : 1) };
}
