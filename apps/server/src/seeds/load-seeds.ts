import { fileURLToPath } from 'node:url';
import type { Parts } from '../core.module.ts';
import { syncFacts } from '../register/sync-facts.ts';
import { defaultTenant } from '../tenant.ts';
import { loadDiagramSeeds } from './load-diagrams.ts';
import { loadOrganisationSeed } from './load-organisation.ts';

/** Where the repository keeps its seeds; the built server lies as deep as its sources. */
export const seedsFolder = fileURLToPath(new URL('../../../../seeds', import.meta.url));
const diagramsFolder = fileURLToPath(new URL('../../../../diagrams', import.meta.url));

export interface SeedFolders {
  /** Folder of `organisation.yaml` and `calendar.yaml`; the repository's unless told. */
  readonly seeds?: string;
  /** Folder of the diagrams to publish; the repository's unless told. */
  readonly diagrams?: string;
}

/** Brings in what the product ships with, where the body has not made it its own. */
export async function loadSeeds({ database, engine, settings }: Parts, folders: SeedFolders): Promise<void> {
  await loadOrganisationSeed(database, folders.seeds ?? seedsFolder, settings.demo);
  await loadDiagramSeeds(database, engine, folders.diagrams ?? diagramsFolder);
  await syncFacts(database, defaultTenant);
}
