import preset from '../kit/jest.web.mjs';
export default { ...preset, displayName: 'web-register', rootDir: import.meta.dirname };
