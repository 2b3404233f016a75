import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'register', rootDir: import.meta.dirname };
