import type { CaseSearch } from '@iter/contract';

export const PAGE_SIZE = 25;

export const caseStates = ['in-corso', 'concluse', 'annullate', 'tutte'] as const;
export const caseSorts = ['dueDate', 'startedAt', 'endedAt', 'businessId', 'processTitle'] as const;

export type CaseStateFilter = (typeof caseStates)[number];
export type CaseSort = (typeof caseSorts)[number];

/** What stands in the address of the list of cases. */
export interface CaseFilter {
  stato: CaseStateFilter;
  procedimento: string;
  ufficio: string;
  ritardo: boolean;
  problemi: boolean;
  testo: string;
  ordine: CaseSort;
  decrescente: boolean;
  pagina: number;
}

const STATE: Record<CaseStateFilter, NonNullable<CaseSearch['state']> | undefined> = {
  'in-corso': 'active',
  concluse: 'completed',
  annullate: 'terminated',
  tutte: undefined,
};

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Reads the address; what it does not know becomes the usual: cases in progress, the nearest term first. */
export function parseCaseFilter(raw: Record<string, unknown>): CaseFilter {
  const stato = oneOf(caseStates, raw['stato']) ?? 'in-corso';
  const usual: CaseSort = stato === 'in-corso' ? 'dueDate' : 'startedAt';
  const ordine = oneOf(caseSorts, raw['ordine']) ?? usual;
  const pagina = Number(raw['pagina']);
  return {
    stato,
    procedimento: text(raw['procedimento']),
    ufficio: text(raw['ufficio']),
    ritardo: raw['ritardo'] === true,
    problemi: raw['problemi'] === true,
    testo: text(raw['testo']).slice(0, 200),
    ordine,
    decrescente: raw['decrescente'] === undefined ? ordine !== 'dueDate' : raw['decrescente'] === true,
    pagina: Number.isInteger(pagina) && pagina > 0 ? pagina : 1,
  };
}

/** The same as a request. */
export function toCaseSearch(filter: CaseFilter): CaseSearch {
  const state = STATE[filter.stato];
  return {
    ...(state ? { state } : {}),
    ...(filter.procedimento ? { processId: filter.procedimento } : {}),
    ...(filter.ufficio ? { office: filter.ufficio } : {}),
    ...(filter.ritardo ? { late: true } : {}),
    ...(filter.problemi ? { incident: true } : {}),
    ...(filter.testo ? { text: filter.testo } : {}),
    sort: { field: filter.ordine, order: filter.decrescente ? 'DESC' : 'ASC' },
    page: { from: (filter.pagina - 1) * PAGE_SIZE, limit: PAGE_SIZE },
  };
}

/** Whether the list shows less than its state has. */
export function isNarrowed(filter: CaseFilter): boolean {
  return Boolean(filter.procedimento || filter.ufficio || filter.testo || filter.ritardo || filter.problemi);
}

/** Address of the list with a filter set, as other pages link to it. */
export function caseListQuery(filter: Partial<Pick<CaseFilter, 'procedimento' | 'stato'>>): string {
  const query = new URLSearchParams(Object.entries(filter));
  return query.size > 0 ? `?${query.toString()}` : '';
}
