import preset from '../../../jest.preset.mjs';
export default {
  ...preset,
  displayName: 'engine-postgres',
  rootDir: import.meta.dirname,
  globalSetup: '../../../test/pg.setup.mjs',
  globalTeardown: '../../../test/pg.teardown.mjs',
  testTimeout: 30_000,
};
