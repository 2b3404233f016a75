import preset from '../../jest.preset.mjs';
export default {
  ...preset,
  displayName: 'history',
  rootDir: import.meta.dirname,
  globalSetup: '../../test/pg.setup.mjs',
  globalTeardown: '../../test/pg.teardown.mjs',
};
