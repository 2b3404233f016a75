import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'web-register', rootDir: import.meta.dirname };
