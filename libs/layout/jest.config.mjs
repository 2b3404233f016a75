import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'layout', rootDir: import.meta.dirname };
