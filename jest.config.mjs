import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

// every project that has a Jest configuration of its own, run as one: one pool of workers for two cores
const folders = (base) =>
  readdirSync(base, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => path.join(base, e.name));
const candidates = [...folders('apps'), ...folders('libs'), ...folders('libs').flatMap(folders), 'test'];

export default {
  maxWorkers: 2, // left to itself, Jest keeps one of two cores for the terminal
  testTimeout: 30_000, // a machine that does other work too
  projects: candidates
    .filter((folder) => existsSync(path.join(folder, 'jest.config.mjs')))
    .map((f) => `<rootDir>/${f}`),
};
