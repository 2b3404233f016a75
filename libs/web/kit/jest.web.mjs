import path from 'node:path';
import preset from '../../../jest.preset.mjs';

/** Jest settings of the web rooms: what only a bundler can load is replaced by nothing. */
export default {
  ...preset,
  moduleNameMapper: { '\\.(css|svg)(\\?url)?$': path.join(import.meta.dirname, 'jest.assets.mjs') },
};
