import preset from '../../jest.preset.mjs';
/** The compatibility kit alone, without the database that other tests of this room need. */
export default { ...preset, displayName: 'tck', rootDir: import.meta.dirname };
