import { describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@iter/contract';
import { silentIncidents } from './silent-incidents.ts';

const incident = (incidentKey: string) => ({ incidentKey }) as CaseDetail['incidents'][number];
const step = (incidentKey: string | null) => ({ incidentKey }) as CaseDetail['steps'][number];

describe('incidents that no step tells', () => {
  it('are those at decisions; the others stand at their step already', () => {
    const found = silentIncidents({
      steps: [step(null), step('1')],
      incidents: [incident('1'), incident('2')],
    });
    expect(found.map(({ incidentKey }) => incidentKey)).toEqual(['2']);
  });
});
