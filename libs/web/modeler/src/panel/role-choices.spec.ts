import { describe, expect, it } from '@jest/globals';
import { roleChoices } from './role-choices.ts';

describe('roles to choose from', () => {
  it('stand from the top of the body down, and know whether the body has them once', () => {
    const found = roleChoices({
      roles: [
        { role: 'po-settore', label: 'PO di settore', level: 2 },
        { role: 'rpct', label: 'Responsabile anticorruzione', level: 1 },
        { role: 'segretario-generale', label: 'Segretario Generale', level: 0 },
      ],
      offices: [],
      people: [
        { userId: 'a', name: 'A', groups: ['po-settore', 'po-settore@legale'] },
        {
          userId: 'b',
          name: 'B',
          groups: ['po-settore', 'po-settore@personale', 'rpct', 'rpct@anticorruzione'],
        },
      ],
    });
    expect(found).toEqual([
      { role: 'segretario-generale', label: 'Segretario Generale', officeBound: true },
      { role: 'rpct', label: 'Responsabile anticorruzione', officeBound: false },
      { role: 'po-settore', label: 'PO di settore', officeBound: true },
    ]);
  });

  it('are none while nothing is known', () => {
    expect(roleChoices(undefined)).toEqual([]);
  });
});
