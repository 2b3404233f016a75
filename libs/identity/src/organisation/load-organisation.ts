import type { Database, TransactionalDatabase } from '../database.ts';
import { hashPassword } from '../sign-in/password.ts';
import { caseNumberCode, type Organisation } from './organisation-schema.ts';

export interface LoadOrganisation {
  readonly tenantId: string;
  readonly organisation: Organisation;
  /**
   * `demo`: adds whatever is missing, people with this password included. `first-start`: adds areas, offices
   * and roles where the tenant has no role yet, and nobody: the people of a seed are examples.
   */
  readonly mode: { readonly kind: 'demo'; readonly password: string } | { readonly kind: 'first-start' };
}

/**
 * Loads a seed. What is in the database already is never changed: after loading, the database is the truth.
 *
 * @returns number of rows added
 */
export async function loadOrganisation(
  database: TransactionalDatabase,
  load: LoadOrganisation,
): Promise<number> {
  const { tenantId, organisation, mode } = load;
  if (mode.kind === 'first-start' && (await hasRoles(database, tenantId))) return 0;
  const missing = mode.kind === 'demo' ? await missingPeople(database, tenantId, organisation) : [];
  const password = mode.kind === 'demo' ? mode.password : undefined;
  // One hash for all: each takes a quarter of a second on purpose, and everybody may read this password.
  const hash = missing.length === 0 || password === undefined ? '' : await hashPassword(password);
  return database.transaction(async (transaction) => {
    const structure = await insertStructure(transaction, tenantId, organisation);
    return structure + (await insertPeople(transaction, tenantId, missing, hash));
  });
}

async function hasRoles(database: Database, tenantId: string): Promise<boolean> {
  const rows = await database.query('SELECT 1 FROM role WHERE tenant_id = $1 LIMIT 1', [tenantId]);
  return rows.length > 0;
}

async function missingPeople(
  database: Database,
  tenantId: string,
  organisation: Organisation,
): Promise<Organisation['people']> {
  const rows = await database.query<{ user_id: string }>('SELECT user_id FROM person WHERE tenant_id = $1', [
    tenantId,
  ]);
  const known = new Set(rows.map((row) => row.user_id));
  return organisation.people.filter(({ username }) => !known.has(username));
}

async function insertStructure(
  database: Database,
  tenantId: string,
  organisation: Organisation,
): Promise<number> {
  const { areas, offices, roles } = organisation;
  const added = [
    await database.query(
      `INSERT INTO area (tenant_id, area_id, name, head_office)
       SELECT $1, * FROM jsonb_to_recordset($2) AS x (area_id text, name jsonb, head_office text)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [
        tenantId,
        JSON.stringify(areas.map((a) => ({ area_id: a.id, name: a.name, head_office: a.headOffice }))),
      ],
    ),
    await database.query(
      `INSERT INTO office (tenant_id, office_id, area_id, name, code, head_role)
       SELECT $1, * FROM jsonb_to_recordset($2)
         AS x (office_id text, area_id text, name jsonb, code text, head_role text)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [
        tenantId,
        JSON.stringify(
          offices.map((o) => ({
            office_id: o.id,
            area_id: o.area,
            name: o.name,
            code: caseNumberCode(o),
            head_role: o.headRole,
          })),
        ),
      ],
    ),
    await database.query(
      `INSERT INTO role (tenant_id, role_id, label, level, superior, abilities, owns)
       SELECT $1, role_id, label, level, superior,
              ARRAY(SELECT jsonb_array_elements_text(abilities)), ARRAY(SELECT jsonb_array_elements_text(owns))
         FROM jsonb_to_recordset($2)
           AS x (role_id text, label jsonb, level smallint, superior text, abilities jsonb, owns jsonb)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, JSON.stringify(roles.map(({ id, ...role }) => ({ role_id: id, ...role })))],
    ),
  ];
  return added.reduce((sum, rows) => sum + rows.length, 0);
}

async function insertPeople(
  database: Database,
  tenantId: string,
  people: Organisation['people'],
  passwordHash: string,
): Promise<number> {
  if (people.length === 0) return 0;
  const persons = people.map((person) => ({
    user_id: person.username,
    name: person.name,
    email: person.email,
    password_hash: passwordHash,
    locale: person.locale,
  }));
  const holdings = people.flatMap((person) =>
    person.holdings.map((held) => ({
      user_id: person.username,
      role_id: held.role,
      office_id: held.office,
      valid_from: held.from ?? '-infinity',
      valid_to: held.to ?? 'infinity',
    })),
  );
  const added = [
    await database.query(
      `INSERT INTO person (tenant_id, user_id, name, email, password_hash, active, locale)
       SELECT $1, user_id, name, email, password_hash, true, locale FROM jsonb_to_recordset($2)
         AS x (user_id text, name text, email text, password_hash text, locale text)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, JSON.stringify(persons)],
    ),
    await database.query(
      `INSERT INTO role_holding (tenant_id, user_id, role_id, office_id, valid_from, valid_to)
       SELECT $1, * FROM jsonb_to_recordset($2)
         AS x (user_id text, role_id text, office_id text, valid_from date, valid_to date)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tenantId, JSON.stringify(holdings)],
    ),
  ];
  return added.reduce((sum, rows) => sum + rows.length, 0);
}
