import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'web-tasks', rootDir: import.meta.dirname };
