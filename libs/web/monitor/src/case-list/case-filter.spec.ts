import { describe, expect, it } from '@jest/globals';
import { caseListQuery, isNarrowed, parseCaseFilter, toCaseSearch } from './case-filter.ts';

describe('filter of the cases', () => {
  it('shows cases in progress by their term unless told', () => {
    const filter = parseCaseFilter({});
    expect(toCaseSearch(filter)).toEqual({
      state: 'active',
      sort: { field: 'dueDate', order: 'ASC' },
      page: { from: 0, limit: 25 },
    });
    expect(isNarrowed(filter)).toBe(false);
  });

  it('asks for what stands in the address', () => {
    const filter = parseCaseFilter({
      stato: 'tutte',
      procedimento: 'ptpc',
      ufficio: 'legale',
      ritardo: true,
      problemi: true,
      testo: 'ANT/2026',
      ordine: 'businessId',
      decrescente: false,
      pagina: 3,
    });
    expect(toCaseSearch(filter)).toEqual({
      processId: 'ptpc',
      office: 'legale',
      late: true,
      incident: true,
      text: 'ANT/2026',
      sort: { field: 'businessId', order: 'ASC' },
      page: { from: 50, limit: 25 },
    });
    expect(isNarrowed(filter)).toBe(true);
  });

  it('shows the newest first among cases that have ended', () => {
    expect(toCaseSearch(parseCaseFilter({ stato: 'concluse' }))).toMatchObject({
      state: 'completed',
      sort: { field: 'startedAt', order: 'DESC' },
    });
  });

  it('is not troubled by what anybody may write into an address', () => {
    expect(
      parseCaseFilter({ stato: 'x', ordine: {}, pagina: '-2', ritardo: 'yes', testo: ['a'], ufficio: 7 }),
    ).toMatchObject({
      stato: 'in-corso',
      ordine: 'dueDate',
      pagina: 1,
      ritardo: false,
      testo: '',
      ufficio: '7',
    });
    expect(parseCaseFilter({ testo: 'x'.repeat(500) }).testo).toHaveLength(200);
  });

  it('is written into links', () => {
    expect(caseListQuery({ procedimento: 'a b', stato: 'tutte' })).toBe('?procedimento=a+b&stato=tutte');
    expect(caseListQuery({})).toBe('');
  });
});
