import type { Engine } from '@iter/engine-runtime';
import { findProcessFacts } from '@iter/history';
import type { DataSource } from 'typeorm';
import { SeedEntity } from '../database/entities/seed.entity.ts';
import { defaultTenant } from '../tenant.ts';
import { bundleSeeds, readSeedFiles, type SeedBundle, type SeedFiles } from './read-diagrams.ts';
import { SeedError } from './seed-error.ts';

/** What the product publishes by itself; people's user ids hold no colon. */
export const seedActor = 'iter:seeds';

/** Any number that nothing else on this database locks. */
const seedLock = 4_920_117_302;

/**
 * Publishes the diagrams that the product ships with where a process is new, or where its latest version is one
 * that the product published itself. A process whose owner has published stays the owner's: that the product
 * brings another one is only noted, for the register to show.
 */
export async function loadDiagramSeeds(database: DataSource, engine: Engine, folder: string): Promise<void> {
  const files = await readSeedFiles(folder);
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [seedLock]);
    await loadFiles(database, engine, files);
    await runner.query('SELECT pg_advisory_unlock($1)', [seedLock]);
  } finally {
    await runner.release();
  }
}

/** Looks into the files only when one of them is another than at the last start: there are more than a thousand. */
async function loadFiles(database: DataSource, engine: Engine, files: SeedFiles): Promise<void> {
  const seeds = database.getRepository(SeedEntity);
  const last = await seeds.findOneBy({ tenantId: defaultTenant, processId: wholeFolder });
  if (last?.published === files.checksum) return;
  for (const bundle of await bundleSeeds(files)) await loadBundle(database, engine, bundle);
  const { checksum } = files;
  await seeds.upsert(
    { tenantId: defaultTenant, processId: wholeFolder, offered: checksum, published: checksum },
    keys,
  );
}

async function loadBundle(database: DataSource, engine: Engine, bundle: SeedBundle): Promise<void> {
  const seeds = database.getRepository(SeedEntity);
  const ids = bundle.processIds.length === 0 ? [sharedFiles] : bundle.processIds;
  const known = await Promise.all(
    ids.map((processId) => seeds.findOneBy({ tenantId: defaultTenant, processId })),
  );
  const owned = await Promise.all(ids.map((id, index) => isOwned(database, id, known[index] ?? null)));
  const offered = bundle.checksum;
  if (owned.some(Boolean)) {
    for (const processId of ids) await seeds.upsert({ tenantId: defaultTenant, processId, offered }, keys);
    return;
  }
  if (known.every((seed) => seed?.published === offered)) return;
  const keysOfProcesses = await publish(engine, bundle);
  for (const processId of ids) {
    const definitionKey = keysOfProcesses.get(processId) ?? null;
    await seeds.upsert(
      { tenantId: defaultTenant, processId, offered, published: offered, definitionKey },
      keys,
    );
  }
}

const keys = ['tenantId', 'processId'];

/** Stands for the forms and decisions that no single process owns. */
const sharedFiles = '*';

/** Stands for all files of the last start together. */
const wholeFolder = '**';

/** The latest version is another than the one that the product published. */
async function isOwned(database: DataSource, processId: string, seed: SeedEntity | null): Promise<boolean> {
  if (processId === sharedFiles) return false;
  const latest = await findProcessFacts(database, defaultTenant, processId);
  return latest !== undefined && latest.processDefinitionKey !== seed?.definitionKey;
}

async function publish(engine: Engine, { resources }: SeedBundle): Promise<ReadonlyMap<string, string>> {
  const answer = await engine.deploy({ tenantId: defaultTenant, actor: { system: seedActor }, resources });
  if (answer.ok) {
    return new Map(
      answer.value.processes.map(({ processDefinitionId, processDefinitionKey }) => [
        processDefinitionId,
        processDefinitionKey,
      ]),
    );
  }
  const problems = (answer.rejection.problems ?? []).map(
    ({ resource, rule, elementId, expected }) => `${resource} ${elementId ?? ''} ${rule}: ${expected}`,
  );
  throw new SeedError(
    [`The diagrams of the product cannot be published: ${answer.rejection.message}`, ...problems].join('\n'),
  );
}
