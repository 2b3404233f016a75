import type { Publication } from '@iter/contract';
import {
  DataTable,
  EmptyState,
  Icon,
  Page,
  QueryState,
  useApi,
  useDates,
  useTexts,
  type Column,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { webLink } from './web-link.ts';

/** The acts that procedures have published. Open to everybody, without signing in. */
export function PublicationsPage() {
  const t = useTexts('register');
  const api = useApi();
  const dates = useDates();
  const found = useQuery({
    queryKey: ['publications'],
    queryFn: ({ signal }) => api.listPublications({}, { signal }),
  });
  const columns: Column<Publication>[] = [
    {
      id: 'title',
      header: t('publications.act'),
      onPhone: 'title',
      cell: (row) => <Act row={row} />,
    },
    {
      id: 'process',
      header: t('publications.procedure'),
      cell: (row) => [row.processCode, row.processTitle].filter(Boolean).join(' '),
    },
    {
      id: 'published',
      header: t('publications.date'),
      width: '11rem',
      cell: (row) => <time dateTime={row.publishedOn}>{dates.shortDate(row.publishedOn)}</time>,
    },
    {
      id: 'until',
      header: t('publications.until'),
      width: '11rem',
      cell: (row) => (row.until ? <time dateTime={row.until}>{dates.shortDate(row.until)}</time> : '–'),
    },
  ];
  return (
    <Page title={t('publications.title')} lead={<p>{t('publications.lead')}</p>}>
      <QueryState query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('publications.none')} icon="file">
              {t('publications.noneText')}
            </EmptyState>
          ) : (
            <DataTable
              caption={t('publications.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.publicationKey}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

function Act({ row }: { row: Publication }) {
  const t = useTexts('register');
  const link = webLink(row.link);
  return (
    <>
      {link ? (
        <a href={link} target="_blank" rel="noopener noreferrer" className="iter-row-title">
          {row.title} <Icon name="external-link" size="xs" />
          <span className="visually-hidden"> {t('publications.newWindow')}</span>
        </a>
      ) : (
        <span className="iter-row-title">{row.title}</span>
      )}
      {row.businessId && (
        <span className="iter-row-sub">{t('publications.case', { number: row.businessId })}</span>
      )}
    </>
  );
}
