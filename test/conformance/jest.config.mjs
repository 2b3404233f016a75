import preset from '../../jest.preset.mjs';
export default {
  ...preset,
  displayName: 'conformance',
  rootDir: import.meta.dirname,
  globalSetup: '../pg.setup.mjs',
  globalTeardown: '../pg.teardown.mjs',
};
