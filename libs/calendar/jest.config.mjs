import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'calendar', rootDir: import.meta.dirname };
