import type { PersonRole } from '@iter/contract';

/** "PO Settore, Settore economato" */
export const roleText = ({ label, officeLabel }: PersonRole): string => `${label}, ${officeLabel}`;

/** Up to so many offices of one role are named; more are counted. */
const NAMED = 2;

/**
 * A line per role; a role held in many offices says how many.
 *
 * @param offices "in 6 uffici" for a number of them
 */
export function rolesInShort(roles: readonly PersonRole[], offices: (count: number) => string): string[] {
  return [...new Set(roles.map(({ role }) => role))].flatMap((name) => {
    const held = roles.filter(({ role }) => role === name);
    return held.length > NAMED ? [`${held[0]!.label}, ${offices(held.length)}`] : held.map(roleText);
  });
}
