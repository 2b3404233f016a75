import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'feel', rootDir: import.meta.dirname };
