import type { Sheet } from '@iter/contract';
import {
  ButtonLink,
  Card,
  DiagramViewer,
  QueryState,
  Skeleton,
  paths,
  useApi,
  useTexts,
  type DiagramMark,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

export interface SheetPartProps {
  sheet: Sheet;
  selected: string | undefined;
  onSelect: (elementId: string | undefined) => void;
}

/** The published diagram; the step chosen in the list is outlined. */
export function SheetDiagram({ sheet, selected, onSelect }: SheetPartProps) {
  const t = useTexts('register');
  const { procedure } = sheet;
  const marks = useMemo(
    (): Record<string, DiagramMark[]> => (selected === undefined ? {} : { [selected]: ['selected'] }),
    [selected],
  );
  const xml = useDiagram(sheet);
  return (
    <Card
      title={t('sheet.diagram')}
      actions={
        procedure.latest && (
          <ButtonLink small look="quiet" icon="chart-line" to={paths.liveProcess(procedure.processId)}>
            {t('sheet.live')}
          </ButtonLink>
        )
      }
    >
      <QueryState query={xml} loading={<Skeleton height={320} />}>
        {(text) => (
          <DiagramViewer
            xml={text}
            label={t('sheet.diagramLabel', { title: procedure.title })}
            marks={marks}
            focusOn={selected}
            onSelect={(id) =>
              onSelect(sheet.steps.some(({ elementId }) => elementId === id) ? id : undefined)
            }
          />
        )}
      </QueryState>
    </Card>
  );
}

/** The latest version, or the draft of a procedure that has never been published. */
function useDiagram({ procedure }: Sheet) {
  const api = useApi();
  const { processId } = procedure;
  const processDefinitionKey = procedure.latest?.processDefinitionKey;
  return useQuery({
    queryKey: processDefinitionKey
      ? ['definitions', 'xml', processDefinitionKey]
      : ['drafts', processId, 'xml'],
    queryFn: async ({ signal }) => {
      if (processDefinitionKey === undefined)
        return (await api.getDraft({ params: { processId } }, { signal })).xml;
      return (await api.getProcessDefinitionXml({ params: { processDefinitionKey } }, { signal })) ?? '';
    },
  });
}
