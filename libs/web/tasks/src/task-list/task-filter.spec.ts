import { describe, expect, it } from '@jest/globals';
import { isNarrowed, parseTaskFilter, toSearch } from './task-filter.ts';

describe('the address of the task list', () => {
  it('means my tasks by due date where it says nothing', () => {
    expect(toSearch(parseTaskFilter({}))).toEqual({
      list: 'mine',
      sort: { field: 'dueDate', order: 'ASC' },
      page: { from: 0, limit: 25 },
    });
  });

  it('lists what is done from the last on, whatever the due filter says', () => {
    expect(toSearch(parseTaskFilter({ elenco: 'done', scadenza: 'late' }))).toEqual({
      list: 'done',
      sort: { field: 'completedAt', order: 'DESC' },
      page: { from: 0, limit: 25 },
    });
  });

  it('carries every filter into the request', () => {
    const filter = parseTaskFilter({
      elenco: 'offices',
      testo: 'SEG/2027',
      procedimento: 'ptpc',
      ufficio: 'economato',
      scadenza: 'week',
      ordine: 'businessId',
      decrescente: true,
      pagina: 3,
    });
    expect(toSearch(filter)).toEqual({
      list: 'offices',
      text: 'SEG/2027',
      processId: 'ptpc',
      office: 'economato',
      due: 'week',
      sort: { field: 'businessId', order: 'DESC' },
      page: { from: 50, limit: 25 },
    });
    expect(isNarrowed(filter)).toBe(true);
  });

  it('takes no nonsense', () => {
    const filter = parseTaskFilter({ elenco: 'all', scadenza: 1, ordine: '; drop', pagina: '-2', testo: {} });
    expect(filter).toEqual(parseTaskFilter({}));
    expect(isNarrowed(filter)).toBe(false);
  });
});
