import type { PersonRole } from '@iter/contract';
import type { Ability } from '../abilities.ts';
import type { Database } from '../database.ts';
import type { Language } from './find-person.query.ts';

export interface ListedPerson {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly PersonRole[];
  readonly groups: readonly string[];
  readonly abilities: readonly Ability[];
}

interface PersonRow {
  readonly user_id: string;
  readonly name: string;
  readonly roles: (PersonRole & { readonly abilities: Ability[] })[];
}

/**
 * The active people of a tenant with what they hold on a day, by name.
 *
 * @param today the tenant's day, `YYYY-MM-DD`
 */
export async function listPeople(
  database: Database,
  tenantId: string,
  today: string,
  language: Language,
): Promise<ListedPerson[]> {
  const rows = await database.query<PersonRow>(
    `SELECT p.user_id, p.name,
            coalesce(jsonb_agg(jsonb_build_object(
              'role', r.role_id, 'label', r.label ->> $3, 'office', o.office_id, 'officeLabel', o.name ->> $3,
              'abilities', r.abilities) ORDER BY r.level, h.holding_id) FILTER (WHERE r.role_id IS NOT NULL), '[]') AS roles
       FROM person p
       LEFT JOIN role_holding h
         ON h.tenant_id = p.tenant_id AND h.user_id = p.user_id AND $2::date BETWEEN h.valid_from AND h.valid_to
       LEFT JOIN role r ON r.tenant_id = h.tenant_id AND r.role_id = h.role_id
       LEFT JOIN office o ON o.tenant_id = h.tenant_id AND o.office_id = h.office_id
      WHERE p.tenant_id = $1 AND p.active
      GROUP BY p.tenant_id, p.user_id
      ORDER BY p.name, p.user_id`,
    [tenantId, today, language],
  );
  return rows.map(({ user_id: userId, name, roles }) => ({
    userId,
    name,
    roles: roles.map(({ role, label, office, officeLabel }) => ({ role, label, office, officeLabel })),
    groups: [...new Set(roles.flatMap(({ role, office }) => [role, `${role}@${office}`]))],
    abilities: [...new Set(roles.flatMap(({ abilities }) => abilities))],
  }));
}
