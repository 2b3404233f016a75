import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'engine-core', rootDir: import.meta.dirname };
