import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'dmn', rootDir: import.meta.dirname };
