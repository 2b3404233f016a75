import type { Database } from '../database.ts';
import type { Assignee } from '../permissions/may.ts';

/** Somebody a task is to be given to, with today's groups; undefined where there is no such active person. */
export async function findAssignee(
  database: Database,
  tenantId: string,
  userId: string,
  today: string,
): Promise<Assignee | undefined> {
  const [row] = await database.query<{ groups: string[] }>(
    `SELECT ARRAY(SELECT unnest(ARRAY[h.role_id, h.role_id || '@' || h.office_id])
                    FROM role_holding h
                   WHERE h.tenant_id = p.tenant_id AND h.user_id = p.user_id
                     AND $3::date BETWEEN h.valid_from AND h.valid_to) AS groups
       FROM person p WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.active`,
    [tenantId, userId, today],
  );
  return row && { userId, groups: row.groups };
}
