import type { TaskSearchResult } from '@iter/contract';
import {
  Button,
  FilterPill,
  SearchBox,
  Select,
  classNames,
  useApi,
  useSession,
  useTexts,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dueFilters, lists, type SortField, type TaskFilter } from './task-filter.ts';

export type ChangeFilter = (patch: Partial<{ [K in keyof TaskFilter]: TaskFilter[K] | undefined }>) => void;

/** Whose tasks: links in the guise of tabs, each with its number and how many are late. */
export function ListSwitch({
  filter,
  change,
  counts,
}: {
  filter: TaskFilter;
  change: ChangeFilter;
  counts: TaskSearchResult['counts'] | undefined;
}) {
  const t = useTexts('tasks');
  const count = { mine: counts?.mine, offices: counts?.offices, done: undefined };
  return (
    <div className="iter-tab-list" role="group" aria-label={t('list.which')}>
      {lists.map((list) => (
        <button
          key={list}
          type="button"
          className="iter-tab iter-tasks-switch"
          aria-pressed={filter.elenco === list}
          data-selected={filter.elenco === list || undefined}
          onClick={() =>
            change({
              elenco: list,
              pagina: undefined,
              ordine: undefined,
              decrescente: undefined,
              scadenza: undefined,
            })
          }
        >
          {t(`list.${list}`)}
          {count[list] !== undefined && <span className="iter-tab-count">{count[list]}</span>}
        </button>
      ))}
    </div>
  );
}

/** Search, procedure, office, due date, and the order where there are no headers to press. */
export function TaskFilters({ filter, change }: { filter: TaskFilter; change: ChangeFilter }) {
  const t = useTexts('tasks');
  const api = useApi();
  const { offices } = useSession();
  const register = useQuery({
    queryKey: ['register', 'list'],
    queryFn: ({ signal }) => api.listRegister({}, { signal }),
  });
  const fields: readonly SortField[] =
    filter.elenco === 'done'
      ? ['completedAt', 'name', 'processTitle', 'businessId']
      : ['dueDate', 'createdAt', 'name', 'processTitle', 'businessId'];
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className={classNames('iter-filters', 'iter-tasks-filters', shown && 'iter-tasks-filters-shown')}>
        <SearchBox
          className="iter-filters-search"
          label={t('filter.text')}
          placeholder={t('filter.textHint')}
          value={filter.testo}
          onValue={(testo) => change({ testo, pagina: undefined })}
        />
        <Button
          look="outline"
          icon="funnel"
          className="iter-tasks-filters-toggle"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t('filter.more')}
        </Button>
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
        {offices.length > 1 && (
          <Select
            label={t('filter.office')}
            placeholder={t('filter.allOffices')}
            value={filter.ufficio}
            options={offices.map(({ office, label }) => ({ value: office, label }))}
            onValue={(ufficio) => change({ ufficio, pagina: undefined })}
          />
        )}
        <Select
          className="iter-sort-phone"
          label={t('filter.sort')}
          value={filter.ordine}
          options={fields.map((field) => ({ value: field, label: t(`sort.${field}`) }))}
          onValue={(ordine) =>
            change({ ordine: ordine as SortField, decrescente: undefined, pagina: undefined })
          }
        />
      </div>
      {filter.elenco !== 'done' && (
        <div className="iter-pills iter-tasks-pills" role="group" aria-label={t('filter.due')}>
          {dueFilters.map((due) => (
            <FilterPill
              key={due}
              pressed={filter.scadenza === due}
              onPress={(pressed) => change({ scadenza: pressed ? due : undefined, pagina: undefined })}
            >
              {t(`due.${due}`)}
            </FilterPill>
          ))}
        </div>
      )}
    </>
  );
}
