import preset from '../../libs/web/kit/jest.web.mjs';
export default { ...preset, displayName: 'web', rootDir: import.meta.dirname };
