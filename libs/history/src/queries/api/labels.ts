import type { CandidateLabel, PersonName } from './names.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/** Names of roles, offices and people as they are shown. What has no name keeps its id. */
export interface Labels {
  office(id: string): string;
  /** `role` or `role@office`. */
  group(group: string): string;
  person(userId: string): PersonName;
  personOrNull(userId: string | null): PersonName | null;
  candidates(groups: readonly string[], users: readonly string[]): CandidateLabel[];
}

/** The names a page needs: those of all roles and offices, which are few, and of the people it mentions. */
export async function loadLabels(
  { database, viewer, language }: WorkplaceReader,
  userIds: Iterable<string | null>,
): Promise<Labels> {
  const users = [...new Set([...userIds].filter((userId) => userId !== null))];
  const [row] = await database.query<Record<'roles' | 'offices' | 'people', Record<string, string>>>(
    `SELECT
       (SELECT coalesce(jsonb_object_agg(role_id, label ->> $2), '{}') FROM role WHERE tenant_id = $1) AS roles,
       (SELECT coalesce(jsonb_object_agg(office_id, name ->> $2), '{}') FROM office WHERE tenant_id = $1) AS offices,
       (SELECT coalesce(jsonb_object_agg(user_id, name), '{}') FROM person
         WHERE tenant_id = $1 AND user_id = ANY ($3::text[])) AS people`,
    [viewer.tenantId, language, users],
  );
  return labelsOf(row?.roles ?? {}, row?.offices ?? {}, row?.people ?? {});
}

function labelsOf(
  roles: Record<string, string>,
  offices: Record<string, string>,
  people: Record<string, string>,
): Labels {
  const office = (id: string): string => offices[id] ?? id;
  const group = (text: string): string => {
    const [role = text, held] = text.split('@', 2);
    const label = roles[role] ?? role;
    return held === undefined ? label : `${label}, ${office(held)}`;
  };
  const person = (userId: string): PersonName => ({ userId, name: people[userId] ?? userId });
  return {
    office,
    group,
    person,
    personOrNull: (userId) => (userId === null ? null : person(userId)),
    candidates: (groups, users) => [
      ...groups.map((id) => ({ group: id, label: group(id) })),
      ...users.map((id) => ({ group: id, label: person(id).name })),
    ],
  };
}
