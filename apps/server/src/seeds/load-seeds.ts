import { fileURLToPath } from 'node:url';
import type { Parts } from '../core.module.ts';
import { loadOrganisationSeed } from './load-organisation.ts';

const seedsFolder = fileURLToPath(new URL('../../../../seeds', import.meta.url));

export interface SeedFolders {
  readonly seeds?: string;
  readonly diagrams?: string;
}

/** Brings in what the product ships with, where the body has not made it its own. */
export async function loadSeeds({ database, settings }: Parts, folders: SeedFolders): Promise<void> {
  await loadOrganisationSeed(database, folders.seeds ?? seedsFolder, settings.demo);
}
