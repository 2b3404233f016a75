import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'contract', rootDir: import.meta.dirname };
