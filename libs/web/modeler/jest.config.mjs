import preset from '../../../jest.preset.mjs';
export default { ...preset, displayName: 'web-modeler', rootDir: import.meta.dirname };
