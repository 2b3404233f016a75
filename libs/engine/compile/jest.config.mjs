import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'engine-compile', rootDir: import.meta.dirname };
