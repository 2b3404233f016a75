import type { Sheet } from '@iter/contract';
import {
  Badge,
  ButtonLink,
  Callout,
  Page,
  QueryState,
  Skeleton,
  paths,
  useApi,
  useTexts,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { DownloadButton } from './download-button.tsx';
import { SheetDiagram } from './sheet-diagram.tsx';
import { Facts, Outcomes, Relatives, Roles, Terms, Versions } from './sheet-parts.tsx';
import { SheetSteps } from './sheet-steps.tsx';

/** Everything that is known of a procedure, computed from its published diagram. */
export function SheetPage({ processId }: { processId: string }) {
  const t = useTexts('register');
  const api = useApi();
  const found = useQuery({
    queryKey: ['register', 'sheet', processId],
    queryFn: ({ signal }) => api.getSheet({ params: { processId } }, { signal }),
  });
  const procedure = found.data?.procedure;
  return (
    <Page
      title={procedure?.title ?? t('sheet.title')}
      overline={procedure && [procedure.code, procedure.macro].filter(Boolean).join(' · ')}
      back={{ to: paths.register(), label: t('sheet.back') }}
      lead={found.data && <Lead sheet={found.data} />}
      actions={found.data && <Actions sheet={found.data} />}
    >
      <QueryState query={found} loading={<Skeleton lines={12} />}>
        {(sheet) => <SheetBody sheet={sheet} />}
      </QueryState>
    </Page>
  );
}

function Lead({ sheet: { procedure, documentation } }: { sheet: Sheet }) {
  const t = useTexts('register');
  return (
    <>
      {documentation && <p className="iter-sheet-documentation">{documentation}</p>}
      <div className="iter-sheet-badges">
        {procedure.shared && <Badge tone="info">{t('sheet.shared')}</Badge>}
        {!procedure.latest && (
          <Badge tone="warning" icon="pencil">
            {t('onlyDraft')}
          </Badge>
        )}
        {procedure.running > 0 && <Badge>{t('running', { count: procedure.running })}</Badge>}
        {procedure.late > 0 && <Badge tone="danger">{t('late', { count: procedure.late })}</Badge>}
        {procedure.incidents > 0 && (
          <Badge tone="danger" icon="error">
            {t('incidents', { count: procedure.incidents })}
          </Badge>
        )}
      </div>
    </>
  );
}

function Actions({ sheet: { procedure } }: { sheet: Sheet }) {
  const t = useTexts('register');
  return (
    <>
      {procedure.canStart && (
        <ButtonLink to={paths.start(procedure.processId)} icon="plus">
          {t('start')}
        </ButtonLink>
      )}
      {procedure.canEdit && (
        <ButtonLink to={paths.modeler(procedure.processId)} look="outline" icon="pencil">
          {t('sheet.edit')}
        </ButtonLink>
      )}
      {procedure.latest && <DownloadButton procedure={procedure} version={procedure.latest} />}
    </>
  );
}

function SheetBody({ sheet }: { sheet: Sheet }) {
  const t = useTexts('register');
  const [selected, setSelected] = useState<string>();
  const diagram = useRef<HTMLDivElement>(null);
  const { procedure } = sheet;
  const showInDiagram = (elementId: string | undefined) => {
    setSelected(elementId);
    if (elementId !== undefined) diagram.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {procedure.newerSeed && (
        <Callout kind="warning" title={t('newerSeed')}>
          {t('sheet.newerSeedText')}
        </Callout>
      )}
      {procedure.draft && (
        <Callout kind="info">
          {t(procedure.latest ? 'sheet.draft' : 'sheet.draftOnly', { name: procedure.draft.byName })}
        </Callout>
      )}
      {sheet.uncertain.length > 0 && (
        <Callout kind="warning" title={t('sheet.uncertain')}>
          <ul>
            {sheet.uncertain.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Callout>
      )}
      {/* Over the whole width: a drawing is wider than high. */}
      <div ref={diagram} className="iter-sheet-diagram">
        <SheetDiagram sheet={sheet} selected={selected} onSelect={setSelected} />
      </div>
      <div className="iter-columns">
        <div className="iter-column">
          <Outcomes sheet={sheet} />
          <SheetSteps sheet={sheet} selected={selected} onSelect={showInDiagram} />
        </div>
        <div className="iter-column">
          <Facts sheet={sheet} />
          <Terms sheet={sheet} />
          <Roles sheet={sheet} />
          <Versions sheet={sheet} />
          <Relatives sheet={sheet} />
        </div>
      </div>
    </>
  );
}
