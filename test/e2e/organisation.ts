import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Seed {
  readonly people: readonly {
    readonly username: string;
    readonly holdings: readonly { readonly role: string; readonly office: string }[];
  }[];
}

const seed = parse(
  readFileSync(path.resolve(import.meta.dirname, '../../seeds/organisation.yaml'), 'utf8'),
) as Seed;

/** Who holds one of the candidate groups (`role@office`, or `role` at any office). */
export function holderOf(groups: readonly string[]): string {
  const found = seed.people.find(({ holdings }) =>
    holdings.some(({ role, office }) => groups.includes(role) || groups.includes(`${role}@${office}`)),
  );
  if (!found) throw new Error(`Expected somebody in ${groups.join(', ')}, but the organisation has nobody`);
  return found.username;
}
