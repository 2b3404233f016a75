import type { Person } from '@iter/contract';
import type { Database } from '../database.ts';
import { officesOf, type Viewer } from '../viewer/viewer.ts';

export type Language = 'it' | 'en';

interface PersonRow {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Language;
  readonly roles: Record<string, string>;
  readonly offices: Record<string, string>;
}

/** Who is signed in, with the names of roles and offices in a language; absent: the person's own. */
export async function findPerson(
  database: Database,
  viewer: Viewer,
  language?: Language,
): Promise<Person | undefined> {
  const [row] = await database.query<PersonRow>(
    `SELECT p.name, p.email, p.locale,
            (SELECT coalesce(jsonb_object_agg(r.role_id, r.label ->> coalesce($3, p.locale)), '{}')
               FROM role r WHERE r.tenant_id = p.tenant_id AND r.role_id = ANY ($4::text[])) AS roles,
            (SELECT coalesce(jsonb_object_agg(o.office_id, o.name ->> coalesce($3, p.locale)), '{}')
               FROM office o WHERE o.tenant_id = p.tenant_id AND o.office_id = ANY ($5::text[])) AS offices
       FROM person p WHERE p.tenant_id = $1 AND p.user_id = $2`,
    [
      viewer.tenantId,
      viewer.userId,
      language ?? null,
      viewer.holdings.map(({ role }) => role),
      officesOf(viewer),
    ],
  );
  if (!row) return undefined;
  const officeLabel = (office: string): string => row.offices[office] ?? office;
  return {
    userId: viewer.userId,
    name: row.name,
    email: row.email,
    offices: officesOf(viewer).map((office) => ({ office, label: officeLabel(office) })),
    roles: viewer.holdings.map(({ role, office }) => ({
      role,
      label: row.roles[role] ?? role,
      office,
      officeLabel: officeLabel(office),
    })),
    groups: [...viewer.groups],
    abilities: [...viewer.abilities],
    locale: language ?? row.locale,
  };
}
