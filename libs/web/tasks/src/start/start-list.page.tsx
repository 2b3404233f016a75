import type { ProcedureRow } from '@iter/contract';
import {
  Card,
  EmptyState,
  Link,
  Page,
  QueryState,
  SearchBox,
  paths,
  useApi,
  useTexts,
  useUrlState,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { groupStartable } from './startable.ts';

const parse = (raw: Record<string, unknown>) => ({
  testo: typeof raw['testo'] === 'string' ? raw['testo'] : '',
});

/** The procedures that the person may start. */
export function StartListPage() {
  const t = useTexts('tasks');
  const api = useApi();
  const [{ testo }, change] = useUrlState(parse);
  const register = useQuery({
    queryKey: ['register', 'list'],
    queryFn: ({ signal }) => api.listRegister({}, { signal }),
  });
  return (
    <Page title={t('start.title')} lead={<p>{t('start.lead')}</p>}>
      <div className="iter-filters">
        <SearchBox
          className="iter-filters-search"
          label={t('start.search')}
          placeholder={t('start.searchHint')}
          value={testo}
          onValue={(text) => change({ testo: text })}
        />
      </div>
      <QueryState query={register}>
        {({ procedures }) => {
          const groups = groupStartable(procedures, testo);
          if (groups.length === 0)
            return (
              <EmptyState title={t(testo ? 'start.noMatch' : 'start.none')}>
                {t(testo ? 'start.noMatchText' : 'start.noneText')}
              </EmptyState>
            );
          return (
            <div className="iter-column">
              {groups.map(({ macro, procedures: members }) => (
                <Card key={macro} {...(groups.length > 1 ? { title: macro || t('start.others') } : {})}>
                  <ul className="iter-start-list">
                    {members.map((procedure) => (
                      <li key={procedure.processId}>
                        <StartEntry procedure={procedure} />
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </div>
          );
        }}
      </QueryState>
    </Page>
  );
}

function StartEntry({ procedure }: { procedure: ProcedureRow }) {
  return (
    <Link to={paths.start(procedure.processId)} className="iter-start-entry">
      {procedure.code && <span className="iter-start-code">{procedure.code}</span>}
      <span className="iter-start-title">{procedure.title}</span>
    </Link>
  );
}
