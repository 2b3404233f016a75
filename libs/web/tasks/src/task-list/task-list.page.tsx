import {
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  NothingFound,
  Page,
  PagedList,
  paths,
  useApi,
  useTexts,
  useUrlState,
} from '@iter/web-kit';
import type { TaskSearchResult } from '@iter/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { isNarrowed, PAGE_SIZE, parseTaskFilter, toSearch, type TaskFilter } from './task-filter.ts';
import { ListSwitch, TaskFilters, type ChangeFilter } from './task-filters.tsx';
import { TaskTable } from './task-table.tsx';

/** My tasks, those of my offices, and what I have done. */
export function TaskListPage() {
  const t = useTexts('tasks');
  const api = useApi();
  const [filter, change] = useUrlState(parseTaskFilter);
  const search = toSearch(filter);
  const found = useQuery({
    queryKey: ['tasks', 'list', search],
    queryFn: ({ signal }) => api.listTasks({ body: search }, { signal }),
    placeholderData: keepPreviousData,
  });
  const counts = found.data?.counts;
  return (
    <Page
      title={t('title')}
      lead={counts && <Summary counts={counts} />}
      actions={
        <ButtonLink to={paths.startList()} icon="plus" className="iter-tasks-start">
          {t('startNew')}
        </ButtonLink>
      }
    >
      <ListSwitch filter={filter} change={change} counts={counts} />
      <TaskFilters filter={filter} change={change} />
      <PagedList
        query={found}
        page={filter.pagina}
        pageSize={PAGE_SIZE}
        onPage={(pagina) => change({ pagina })}
        empty={<NoTasks filter={filter} change={change} />}
      >
        {(rows) => <TaskTable rows={rows} filter={filter} change={change} busy={found.isPlaceholderData} />}
      </PagedList>
    </Page>
  );
}

function Summary({ counts }: { counts: TaskSearchResult['counts'] }) {
  const t = useTexts('tasks');
  const late = counts.lateMine + counts.lateOffices;
  return (
    <p className="iter-tasks-summary">
      {t('summary.mine', { count: counts.mine })}
      {late > 0 && <Badge tone="danger">{t('summary.late', { count: late })}</Badge>}
    </p>
  );
}

function NoTasks({ filter, change }: { filter: TaskFilter; change: ChangeFilter }) {
  const t = useTexts('tasks');
  if (isNarrowed(filter)) {
    const none = { testo: undefined, procedimento: undefined, ufficio: undefined, scadenza: undefined };
    return (
      <NothingFound
        title={t('empty.filtered')}
        text={t('empty.filteredText')}
        clear={t('empty.clear')}
        onClear={() => change({ ...none, pagina: undefined })}
      />
    );
  }
  return (
    <EmptyState
      title={t(`empty.${filter.elenco}`)}
      actions={
        filter.elenco === 'mine' && (
          <Button look="outline" onClick={() => change({ elenco: 'offices' })}>
            {t('empty.toOffices')}
          </Button>
        )
      }
    >
      {t(`empty.${filter.elenco}Text`)}
    </EmptyState>
  );
}
