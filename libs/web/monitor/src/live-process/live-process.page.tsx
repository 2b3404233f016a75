import type { PublishedVersion, Sheet } from '@iter/contract';
import {
  ButtonLink,
  Card,
  DiagramViewer,
  EmptyState,
  Link,
  Page,
  paths,
  QueryState,
  Select,
  Skeleton,
  useApi,
  useTexts,
  useUrlState,
  type DiagramMark,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { caseListQuery } from '../case-list/case-filter.ts';
import { CaseTable } from '../case-list/case-table.tsx';
import { elementsOf } from './diagram-elements.ts';
import { decorate } from './live-counts.ts';
import { LiveTable } from './live-table.tsx';
import { useLiveCounts } from './use-live-counts.ts';

const parseVersion = (raw: Record<string, unknown>): { versione: number | undefined } => ({
  versione: typeof raw['versione'] === 'number' ? raw['versione'] : undefined,
});

/** A procedure as its cases stand now: `/pratiche/processo/:processId`. */
export function LiveProcessPage({ processId }: { processId: string }) {
  const api = useApi();
  const sheet = useQuery({
    queryKey: ['register', 'sheet', processId],
    queryFn: ({ signal }) => api.getSheet({ params: { processId } }, { signal }),
  });
  return (
    <QueryState
      query={sheet}
      loading={
        <div className="iter-page iter-page-wide">
          <Skeleton height={480} />
        </div>
      }
    >
      {(found) => <LiveProcess sheet={found} />}
    </QueryState>
  );
}

function LiveProcess({ sheet }: { sheet: Sheet }) {
  const t = useTexts('monitor');
  const [{ versione }, change] = useUrlState(parseVersion);
  const { procedure, versions } = sheet;
  const version = versions.find((each) => each.version === versione) ?? versions[0];
  return (
    <Page
      wide
      title={procedure.title}
      {...(procedure.code ? { overline: procedure.code } : {})}
      back={{ to: paths.cases(), label: t('case.back') }}
      actions={
        <>
          <ButtonLink look="outline" to={paths.sheet(procedure.processId)}>
            {t('live.sheet')}
          </ButtonLink>
          <ButtonLink
            look="outline"
            icon="list"
            to={`${paths.cases()}${caseListQuery({ procedimento: procedure.processId })}`}
          >
            {t('live.cases')}
          </ButtonLink>
        </>
      }
    >
      {version ? (
        <>
          {versions.length > 1 && (
            <Select
              className="iter-monitor-version"
              label={t('live.version')}
              value={String(version.version)}
              options={versions.map((each) => ({
                value: String(each.version),
                label: t('live.versionOption', { version: each.version, count: each.running }),
              }))}
              onValue={(chosen) => change({ versione: Number(chosen) })}
            />
          )}
          <LiveVersion
            key={version.processDefinitionKey}
            version={version}
            processId={procedure.processId}
            title={procedure.title}
          />
        </>
      ) : (
        <EmptyState title={t('live.unpublished')} />
      )}
    </Page>
  );
}

interface LiveVersionProps {
  version: PublishedVersion;
  processId: string;
  title: string;
}

function LiveVersion({ version, processId, title }: LiveVersionProps) {
  const t = useTexts('monitor');
  const api = useApi();
  const { processDefinitionKey } = version;
  const [selected, setSelected] = useState<string>();
  const diagram = useQuery({
    queryKey: ['definitions', 'xml', processDefinitionKey],
    queryFn: ({ signal }) => api.getProcessDefinitionXml({ params: { processDefinitionKey } }, { signal }),
    staleTime: Infinity,
  });
  const counts = useLiveCounts(processDefinitionKey);
  const xml = diagram.data;
  const elements = useMemo(() => (xml ? elementsOf(xml) : []), [xml]);
  const decoration = useMemo(
    () =>
      decorate(counts.data?.values() ?? [], {
        active: (count) => t('live.activeCount', { count }),
        late: (count) => t('live.lateCount', { count }),
        incidents: (count) => t('live.incidentCount', { count }),
      }),
    [counts.data, t],
  );
  const marks = useMemo(
    (): Record<string, readonly DiagramMark[]> =>
      selected === undefined
        ? decoration.marks
        : { ...decoration.marks, [selected]: [...(decoration.marks[selected] ?? []), 'selected'] },
    [decoration.marks, selected],
  );
  return (
    <div className="iter-column">
      <QueryState query={diagram} loading={<Skeleton height={420} />}>
        {(drawn) => (
          <DiagramViewer
            xml={drawn ?? ''}
            label={t('live.diagram', { title })}
            marks={marks}
            overlays={decoration.overlays}
            focusOn={selected ?? decoration.overlays[0]?.elementId}
            onSelect={(id) =>
              setSelected(elements.some(({ elementId }) => elementId === id) ? id : undefined)
            }
          />
        )}
      </QueryState>
      <Card title={t('live.table')}>
        <QueryState query={counts}>
          {(found) => (
            <LiveTable elements={elements} counts={found} selected={selected} onSelect={setSelected} />
          )}
        </QueryState>
      </Card>
      <RunningCases processId={processId} />
    </div>
  );
}

const SHOWN_CASES = 10;

function RunningCases({ processId }: { processId: string }) {
  const t = useTexts('monitor');
  const api = useApi();
  const found = useQuery({
    queryKey: ['cases', 'of-process', processId],
    queryFn: ({ signal }) =>
      api.listCases(
        {
          body: {
            processId,
            state: 'active',
            includeCalled: true,
            sort: { field: 'dueDate', order: 'ASC' },
            page: { limit: SHOWN_CASES },
          },
        },
        { signal },
      ),
  });
  return (
    <Card title={t('live.running')}>
      <QueryState query={found} loading={<Skeleton lines={4} />}>
        {({ items, page }) =>
          items.length === 0 ? (
            <EmptyState title={t('live.noneRunning')} />
          ) : (
            <>
              <CaseTable caption={t('live.running')} rows={items} oneProcess />
              {page.totalItems > items.length && (
                <p>
                  <Link to={`${paths.cases()}${caseListQuery({ procedimento: processId })}`}>
                    {t('live.allRunning', { count: page.totalItems })}
                  </Link>
                </p>
              )}
            </>
          )
        }
      </QueryState>
    </Card>
  );
}
