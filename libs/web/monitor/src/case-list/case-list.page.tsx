import type { CaseSearchResult } from '@iter/contract';
import {
  Badge,
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
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CaseFilters, type ChangeFilter } from './case-filters.tsx';
import {
  isNarrowed,
  PAGE_SIZE,
  parseCaseFilter,
  toCaseSearch,
  type CaseFilter,
  type CaseSort,
} from './case-filter.ts';
import { CaseTable } from './case-table.tsx';

/** Cases that the person may see, with filters: `/pratiche`. */
export function CaseListPage() {
  const t = useTexts('monitor');
  const api = useApi();
  const [filter, change] = useUrlState(parseCaseFilter);
  const search = toCaseSearch(filter);
  const found = useQuery({
    queryKey: ['cases', 'list', search],
    queryFn: ({ signal }) => api.listCases({ body: search }, { signal }),
    placeholderData: keepPreviousData,
  });
  const counts = found.data?.counts;
  return (
    <Page
      title={t('list.title')}
      lead={counts && <Summary counts={counts} />}
      actions={
        filter.procedimento && (
          <ButtonLink look="outline" icon="chart-line" to={paths.liveProcess(filter.procedimento)}>
            {t('list.live')}
          </ButtonLink>
        )
      }
    >
      <CaseFilters filter={filter} change={change} counts={counts} />
      <PagedList
        query={found}
        page={filter.pagina}
        pageSize={PAGE_SIZE}
        onPage={(pagina) => change({ pagina })}
        empty={<NoCases filter={filter} change={change} />}
      >
        {(rows) => (
          <CaseTable
            caption={t('list.title')}
            rows={rows}
            sort={{ by: filter.ordine, descending: filter.decrescente }}
            onSort={({ by, descending }) =>
              change({ ordine: by as CaseSort, decrescente: descending, pagina: undefined })
            }
            busy={found.isPlaceholderData}
          />
        )}
      </PagedList>
    </Page>
  );
}

function Summary({ counts }: { counts: CaseSearchResult['counts'] }) {
  const t = useTexts('monitor');
  return (
    <p className="iter-monitor-badges" role="status">
      {t('list.active', { count: counts.active })}
      {counts.late > 0 && <Badge tone="danger">{t('list.late', { count: counts.late })}</Badge>}
      {counts.incidents > 0 && (
        <Badge tone="danger">{t('list.incidents', { count: counts.incidents })}</Badge>
      )}
    </p>
  );
}

function NoCases({ filter, change }: { filter: CaseFilter; change: ChangeFilter }) {
  const t = useTexts('monitor');
  if (!isNarrowed(filter))
    return (
      <EmptyState
        title={t(`empty.${filter.stato}`)}
        actions={
          <ButtonLink look="outline" to={paths.startList()}>
            {t('empty.start')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  const none = { procedimento: undefined, ufficio: undefined, testo: undefined, ritardo: undefined };
  return (
    <NothingFound
      title={t('empty.filtered')}
      text={t('empty.filteredText')}
      clear={t('empty.clear')}
      onClear={() => change({ ...none, problemi: undefined, pagina: undefined })}
    />
  );
}
