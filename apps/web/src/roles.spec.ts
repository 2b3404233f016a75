import { describe, expect, it } from '@jest/globals';
import { rolesInShort } from './roles.ts';

const held = (label: string, officeLabel: string) => ({
  role: label.toLowerCase(),
  label,
  office: officeLabel,
  officeLabel,
});

describe('roles in short', () => {
  it('names up to two offices of a role and counts more', () => {
    const roles = [
      held('Dirigente', 'Personale'),
      held('RPCT', 'Anticorruzione'),
      held('Dirigente', 'Economato'),
      held('Dirigente', 'Organi'),
      held('Presidente', 'Organi'),
    ];
    expect(rolesInShort(roles, (count) => `in ${count} uffici`)).toEqual([
      'Dirigente, in 3 uffici',
      'RPCT, Anticorruzione',
      'Presidente, Organi',
    ]);
    expect(rolesInShort(roles.slice(0, 3), String)).toEqual([
      'Dirigente, Personale',
      'Dirigente, Economato',
      'RPCT, Anticorruzione',
    ]);
  });
});
