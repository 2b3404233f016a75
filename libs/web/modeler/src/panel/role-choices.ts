import type { RolesAndOffices } from '@iter/contract';
import type { Choices } from './panel-settings.ts';

/**
 * The roles to choose from, the highest first. A role that is held in several offices is usually meant in the one
 * that runs the case; one that the body has once is meant wherever it sits.
 */
export function roleChoices(found: RolesAndOffices | undefined): Choices['roles'] {
  const groups = (found?.people ?? []).flatMap((person) => person.groups);
  return [...(found?.roles ?? [])]
    .sort((one, other) => one.level - other.level || one.label.localeCompare(other.label, 'it'))
    .map(({ role, label }) => {
      const offices = new Set(groups.filter((group) => group.startsWith(`${role}@`)));
      return { role, label, officeBound: offices.size !== 1 };
    });
}
