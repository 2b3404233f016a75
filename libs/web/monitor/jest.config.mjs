import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'web-monitor', rootDir: import.meta.dirname };
