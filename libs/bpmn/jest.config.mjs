import preset from '../../jest.preset.mjs';
export default { ...preset, displayName: 'bpmn', rootDir: import.meta.dirname };
