import { defineConfig } from '@playwright/test';

const PORT = Number(process.env['ITER_E2E_PORT'] ?? 3210);
/** A product that runs already (with ITER_TEST_CLOCK), for work on the tests; absent: one is started. */
const RUNNING = process.env['ITER_E2E_URL'];

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../tmp/playwright',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: RUNNING ?? `http://127.0.0.1:${PORT}`,
    actionTimeout: 15_000,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(RUNNING
    ? {}
    : {
        webServer: {
          command: 'node scripts/start.mjs',
          cwd: '..',
          env: { PORT: String(PORT), ITER_HOME: 'tmp/e2e-home', ITER_TEST_CLOCK: 'true', ITER_DEMO: 'true' },
          url: `http://127.0.0.1:${PORT}/v2/status`,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
          timeout: 300_000,
        },
      }),
});
