import type { Ability } from '../abilities.ts';
import type { Database } from '../database.ts';
import type { Viewer } from './viewer.ts';

/** Ids of the tenant's processes for patterns of ids and codes; answered by who knows the definitions. */
export type ResolveOwned = (tenantId: string, patterns: readonly string[]) => Promise<readonly string[]>;

export interface LoadViewer {
  readonly tenantId: string;
  readonly userId: string;
  /** The tenant's day, `YYYY-MM-DD`: holdings have dates. */
  readonly today: string;
}

interface HoldingRow {
  readonly role_id: string | null;
  readonly office_id: string;
  readonly abilities: Ability[];
  readonly owns: string[];
  readonly followed: string[];
}

/** The viewer a person is today; undefined where there is no such active person. */
export async function loadViewer(
  database: Database,
  resolveOwned: ResolveOwned,
  { tenantId, userId, today }: LoadViewer,
): Promise<Viewer | undefined> {
  const rows = await database.query<HoldingRow>(HOLDINGS, [tenantId, userId, today]);
  if (rows.length === 0) return undefined;
  const held = rows.filter((row): row is HoldingRow & { role_id: string } => row.role_id !== null);
  const holdings = held.map((row) => ({ role: row.role_id, office: row.office_id }));
  const owns = unique(held.flatMap((row) => row.owns));
  const patterns = owns.filter((pattern) => pattern !== '*');
  return {
    tenantId,
    userId,
    groups: unique(holdings.flatMap(({ role, office }) => [role, `${role}@${office}`])),
    holdings,
    managedOffices: unique(held.flatMap((row) => (row.abilities.includes('manager') ? row.followed : []))),
    owns,
    ownedProcesses: patterns.length === 0 ? [] : await resolveOwned(tenantId, patterns),
    abilities: unique(held.flatMap((row) => row.abilities)),
  };
}

/** One row for each holding of today, or one row of nulls for a person without any. */
const HOLDINGS = `
  SELECT h.role_id, h.office_id, r.abilities, r.owns,
         CASE WHEN a.head_office = h.office_id
              THEN ARRAY(SELECT other.office_id FROM office other
                          WHERE other.tenant_id = o.tenant_id AND other.area_id = o.area_id)
              ELSE ARRAY[h.office_id] END AS followed
    FROM person p
    LEFT JOIN role_holding h
      ON h.tenant_id = p.tenant_id AND h.user_id = p.user_id AND $3::date BETWEEN h.valid_from AND h.valid_to
    LEFT JOIN role r ON r.tenant_id = h.tenant_id AND r.role_id = h.role_id
    LEFT JOIN office o ON o.tenant_id = h.tenant_id AND o.office_id = h.office_id
    LEFT JOIN area a ON a.tenant_id = o.tenant_id AND a.area_id = o.area_id
   WHERE p.tenant_id = $1 AND p.user_id = $2 AND p.active
   ORDER BY h.holding_id`;

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
