import type { TaskSearch } from '@iter/contract';

export const PAGE_SIZE = 25;

export const lists = ['mine', 'offices', 'done'] as const;
export const dueFilters = ['late', 'today', 'week', 'none'] as const;
export const sortFields = [
  'dueDate',
  'createdAt',
  'completedAt',
  'name',
  'processTitle',
  'businessId',
  'priority',
] as const;

export type TaskListName = (typeof lists)[number];
export type DueFilter = (typeof dueFilters)[number];
export type SortField = (typeof sortFields)[number];

/** What stands in the address of the task list. */
export interface TaskFilter {
  elenco: TaskListName;
  testo: string;
  procedimento: string;
  ufficio: string;
  scadenza: DueFilter | '';
  ordine: SortField;
  decrescente: boolean;
  pagina: number;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Reads the address; what it does not know becomes the usual. */
export function parseTaskFilter(raw: Record<string, unknown>): TaskFilter {
  const elenco = oneOf(lists, raw['elenco']) ?? 'mine';
  const page = Number(raw['pagina']);
  const usual: SortField = elenco === 'done' ? 'completedAt' : 'dueDate';
  const ordine = oneOf(sortFields, raw['ordine']) ?? usual;
  return {
    elenco,
    testo: text(raw['testo']).slice(0, 200),
    procedimento: text(raw['procedimento']),
    ufficio: text(raw['ufficio']),
    scadenza: oneOf(dueFilters, raw['scadenza']) ?? '',
    ordine,
    decrescente: raw['decrescente'] === undefined ? ordine === 'completedAt' : raw['decrescente'] === true,
    pagina: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The same as a request. */
export function toSearch(filter: TaskFilter): TaskSearch {
  return {
    list: filter.elenco,
    ...(filter.testo ? { text: filter.testo } : {}),
    ...(filter.procedimento ? { processId: filter.procedimento } : {}),
    ...(filter.ufficio ? { office: filter.ufficio } : {}),
    ...(filter.scadenza && filter.elenco !== 'done' ? { due: filter.scadenza } : {}),
    sort: { field: filter.ordine, order: filter.decrescente ? 'DESC' : 'ASC' },
    page: { from: (filter.pagina - 1) * PAGE_SIZE, limit: PAGE_SIZE },
  };
}

/** Whether the list shows less than it could. */
export const isNarrowed = (filter: TaskFilter): boolean =>
  Boolean(filter.testo || filter.procedimento || filter.ufficio || filter.scadenza);
