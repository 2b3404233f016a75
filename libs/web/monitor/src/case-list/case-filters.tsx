import type { CaseSearchResult } from '@iter/contract';
import { FilterPill, SearchBox, Select, useApi, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import {
  caseSorts,
  caseStates,
  type CaseFilter,
  type CaseSort,
  type CaseStateFilter,
} from './case-filter.ts';

export type ChangeFilter = (patch: Partial<{ [K in keyof CaseFilter]: CaseFilter[K] | undefined }>) => void;

export interface CaseFiltersProps {
  filter: CaseFilter;
  change: ChangeFilter;
  counts: CaseSearchResult['counts'] | undefined;
}

/** Search, state, procedure, office, and the order where there are no headers to press. */
export function CaseFilters({ filter, change, counts }: CaseFiltersProps) {
  const t = useTexts('monitor');
  const api = useApi();
  const register = useQuery({
    queryKey: ['register', 'list'],
    queryFn: ({ signal }) => api.listRegister({}, { signal }),
  });
  const places = useQuery({
    queryKey: ['session', 'roles-and-offices'],
    queryFn: ({ signal }) => api.listRolesAndOffices({}, { signal }),
  });
  return (
    <>
      <div className="iter-filters">
        <SearchBox
          className="iter-filters-search"
          label={t('filter.text')}
          placeholder={t('filter.textHint')}
          value={filter.testo}
          onValue={(testo) => change({ testo, pagina: undefined })}
        />
        <Select
          label={t('filter.state')}
          value={filter.stato}
          options={caseStates.map((state) => ({ value: state, label: t(`filter.states.${state}`) }))}
          onValue={(stato) =>
            change({
              stato: stato as CaseStateFilter,
              ordine: undefined,
              decrescente: undefined,
              pagina: undefined,
            })
          }
        />
        <Select
          label={t('filter.process')}
          placeholder={t('filter.allProcesses')}
          value={filter.procedimento}
          options={(register.data?.procedures ?? []).map(({ processId, code, title }) => ({
            value: processId,
            label: code ? `${code} ${title}` : title,
          }))}
          onValue={(procedimento) => change({ procedimento, pagina: undefined })}
        />
        <Select
          label={t('filter.office')}
          placeholder={t('filter.allOffices')}
          value={filter.ufficio}
          options={(places.data?.offices ?? []).map(({ office, label }) => ({ value: office, label }))}
          onValue={(ufficio) => change({ ufficio, pagina: undefined })}
        />
        <Select
          className="iter-sort-phone"
          label={t('filter.sort')}
          value={filter.ordine}
          options={caseSorts.map((field) => ({ value: field, label: t(`sort.${field}`) }))}
          onValue={(ordine) =>
            change({ ordine: ordine as CaseSort, decrescente: undefined, pagina: undefined })
          }
        />
      </div>
      <div className="iter-pills iter-monitor-pills" role="group" aria-label={t('filter.attention')}>
        <FilterPill
          pressed={filter.ritardo}
          onPress={(pressed) => change({ ritardo: pressed || undefined, pagina: undefined })}
        >
          {t('filter.late', { count: counts?.late ?? 0 })}
        </FilterPill>
        <FilterPill
          pressed={filter.problemi}
          onPress={(pressed) => change({ problemi: pressed || undefined, pagina: undefined })}
        >
          {t('filter.incidents', { count: counts?.incidents ?? 0 })}
        </FilterPill>
      </div>
    </>
  );
}
