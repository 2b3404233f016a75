import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

/** A body just large enough for tests, and one small procedure of its own. */
export const fixtureFolders = { seeds: `${fixtures}/seeds`, diagrams: `${fixtures}/diagrams` };
