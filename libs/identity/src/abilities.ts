/**
 * What a role lets its holder do beyond the tasks that name it. A closed list: every ability is asked for
 * somewhere in `permissions/`.
 *
 * - `process-owner`: draws and publishes the processes that the role owns, and follows their cases.
 * - `manager`: follows and steers the cases of the office in which the role is held (for an area's head
 *   office: of all offices of the area).
 * - `director`: the same for all offices of the body.
 * - `administrator`: settings, people, roles and offices; not the contents of cases.
 * - `machine-client`: not a person but a program that uses `/v2` as it would use a Camunda 8 cluster: deploys,
 *   starts, works jobs, publishes messages, and sees all cases of its tenant.
 */
export const ABILITIES = ['process-owner', 'manager', 'director', 'administrator', 'machine-client'] as const;

export type Ability = (typeof ABILITIES)[number];

export function isAbility(value: string): value is Ability {
  return (ABILITIES as readonly string[]).includes(value);
}
