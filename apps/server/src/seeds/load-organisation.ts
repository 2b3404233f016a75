import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeProblems, loadOrganisation, readOrganisation } from '@iter/identity';
import type { DataSource } from 'typeorm';
import { defaultTenant } from '../tenant.ts';
import { SeedError } from './seed-error.ts';

/** Of all demo people: they exist to be tried, on a machine that nobody else reaches. */
export const demoPassword = 'iter';

/** Loads offices and roles, and in the demo the people; what is in the database already stays as it is. */
export async function loadOrganisationSeed(
  database: DataSource,
  folder: string,
  demo: boolean,
): Promise<void> {
  const file = path.join(folder, 'organisation.yaml');
  const read = readOrganisation(await readFile(file, 'utf8'));
  if (!read.ok) throw new SeedError(describeProblems(file, read.problems));
  await loadOrganisation(database, {
    tenantId: defaultTenant,
    organisation: read.organisation,
    mode: demo ? { kind: 'demo', password: demoPassword } : { kind: 'first-start' },
  });
}
