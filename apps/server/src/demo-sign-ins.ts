import { type Ability, listPeople } from '@iter/identity';
import type { Parts } from './core.module.ts';
import { demoPassword } from './seeds/load-organisation.ts';
import { defaultTenant } from './tenant.ts';

/** Whom a newcomer wants to try first: the three workplaces and the administration. */
const WORKPLACES: readonly Ability[] = ['process-owner', 'director', 'manager', 'administrator'];

/**
 * Lines that tell how to sign in as example people, one for each ability and one of an employee; none without
 * example people.
 */
export async function demoSignIns({ settings, database, engine }: Parts): Promise<readonly string[]> {
  if (!settings.demo) return [];
  const today = new Date(engine.now(defaultTenant)).toISOString().slice(0, 10);
  const people = await listPeople(database, defaultTenant, today, 'it');
  const chosen = [
    people.find(({ abilities, roles }) => abilities.length === 0 && roles.length > 0),
    ...WORKPLACES.map((ability) => people.find(({ abilities }) => abilities.includes(ability))),
  ].filter((person) => person !== undefined);
  return [
    `Example people (password "${demoPassword}"; the sign-in page lists all ${people.length}):`,
    ...[...new Set(chosen)].map(
      ({ userId, name, roles }) =>
        `  ${userId.padEnd(22)} ${name}, ${roles.map(({ label }) => label)[0] ?? ''}`,
    ),
  ];
}
