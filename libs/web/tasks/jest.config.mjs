import preset from '../kit/jest.web.mjs';
export default { ...preset, displayName: 'web-tasks', rootDir: import.meta.dirname };
