import type { RolesAndOffices } from '@iter/contract';
import type { Database } from '../database.ts';
import type { Language } from './find-person.query.ts';
import { listPeople } from './list-people.query.ts';

/** What pickers of assignments and filters offer. */
export async function listRolesAndOffices(
  database: Database,
  tenantId: string,
  today: string,
  language: Language,
): Promise<RolesAndOffices> {
  const [roles, offices, people] = await Promise.all([
    database.query<RolesAndOffices['roles'][number]>(
      `SELECT role_id AS role, label ->> $2 AS label, level FROM role WHERE tenant_id = $1 ORDER BY level, label ->> $2`,
      [tenantId, language],
    ),
    database.query<RolesAndOffices['offices'][number]>(
      `SELECT o.office_id AS office, o.name ->> $2 AS label, o.area_id AS area, a.name ->> $2 AS "areaLabel"
         FROM office o JOIN area a ON a.tenant_id = o.tenant_id AND a.area_id = o.area_id
        WHERE o.tenant_id = $1 ORDER BY o.name ->> $2`,
      [tenantId, language],
    ),
    listPeople(database, tenantId, today, language),
  ]);
  return {
    roles,
    offices,
    people: people.map(({ userId, name, groups }) => ({ userId, name, groups: [...groups] })),
  };
}
