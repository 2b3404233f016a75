import {
  Button,
  EmptyState,
  FilterPill,
  Page,
  QueryState,
  SearchBox,
  Skeleton,
  useApi,
  useTexts,
  useUrlState,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { buildTree, filterProcedures, shows, type Show } from './register-tree.ts';
import { RegisterTree } from './register-tree.view.tsx';

interface RegisterFilter {
  testo: string;
  mostra: Show;
}

const parse = (raw: Record<string, unknown>): RegisterFilter => ({
  testo: typeof raw['testo'] === 'string' || typeof raw['testo'] === 'number' ? String(raw['testo']) : '',
  mostra: shows.find((show) => show === raw['mostra']) ?? 'all',
});

/** All procedures of the body, by the levels of the taxonomy. */
export function RegisterPage() {
  const t = useTexts('register');
  const api = useApi();
  const [{ testo, mostra }, change] = useUrlState(parse);
  const register = useQuery({
    queryKey: ['register', 'list'],
    queryFn: ({ signal }) => api.listRegister({}, { signal }),
  });
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      <div className="iter-filters">
        <SearchBox
          className="iter-filters-search"
          label={t('search')}
          placeholder={t('searchHint')}
          value={testo}
          onValue={(text) => change({ testo: text })}
        />
      </div>
      <div className="iter-pills iter-register-pills" role="group" aria-label={t('show.label')}>
        {shows.map((show) => (
          <FilterPill key={show} pressed={mostra === show} onPress={() => change({ mostra: show })}>
            {t(`show.${show}`)}
          </FilterPill>
        ))}
      </div>
      <QueryState query={register} loading={<Skeleton lines={8} />}>
        {({ procedures }) => {
          const found = filterProcedures(procedures, testo, mostra);
          if (found.length === 0)
            return (
              <EmptyState
                title={t('empty.title')}
                icon="search"
                actions={
                  <Button look="outline" onClick={() => change({ testo: undefined, mostra: undefined })}>
                    {t('empty.clear')}
                  </Button>
                }
              >
                {t('empty.text')}
              </EmptyState>
            );
          const own = found.filter(({ shared }) => !shared);
          const shared = found.filter((row) => row.shared);
          const narrowed = testo !== '' || mostra !== 'all';
          return (
            <>
              <p className="iter-muted" role="status">
                {t('found', { count: own.length })}
              </p>
              <RegisterTree root={buildTree(own)} open={narrowed || own.length <= 40} />
              {shared.length > 0 && (
                <section aria-label={t('shared.title')} className="iter-register-shared">
                  <h2 className="iter-card-title">{t('shared.title')}</h2>
                  <p className="iter-muted">{t('shared.text')}</p>
                  <RegisterTree root={buildTree(shared.map((row) => ({ ...row, path: [] })))} open />
                </section>
              )}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
