import preset from './jest.web.mjs';
export default { ...preset, displayName: 'web-kit', rootDir: import.meta.dirname };
