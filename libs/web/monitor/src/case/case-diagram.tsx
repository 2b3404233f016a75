import type { CaseDetail } from '@iter/contract';
import {
  Card,
  DiagramViewer,
  QueryState,
  Skeleton,
  useApi,
  useCaseDecoration,
  useTexts,
  type DiagramMark,
  type DiagramOverlay,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { silentIncidents } from './silent-incidents.ts';

const NO_FLOWS: readonly string[] = [];

export interface CasePartProps {
  detail: CaseDetail;
  /** Element chosen in the diagram or in the list of steps. */
  selected: string | undefined;
  onSelect: (elementId: string | undefined) => void;
}

/** The diagram with the way travelled, where the case stands, what is late and what is stopped. */
export function CaseDiagram({ detail, selected, onSelect }: CasePartProps) {
  const t = useTexts('monitor');
  const api = useApi();
  const { processInstanceKey, processDefinitionKey, processTitle } = detail.case;
  const diagram = useQuery({
    queryKey: ['definitions', 'xml', processDefinitionKey],
    queryFn: ({ signal }) => api.getProcessDefinitionXml({ params: { processDefinitionKey } }, { signal }),
    // A version never changes.
    staleTime: Infinity,
  });
  const flows = useQuery({
    queryKey: ['cases', 'flows', processInstanceKey],
    queryFn: ({ signal }) =>
      api.getProcessInstanceSequenceFlows({ params: { processInstanceKey } }, { signal }),
  });
  const travelled = useMemo(
    () => flows.data?.items.map(({ elementId }) => elementId) ?? NO_FLOWS,
    [flows.data],
  );
  const decoration = useCaseDecoration(detail.steps, processInstanceKey);
  const silent = silentIncidents(detail);
  const overlays: DiagramOverlay[] = [
    ...decoration.overlays,
    ...silent.map(({ elementId }) => ({ elementId, text: t('diagram.stopped'), tone: 'incident' as const })),
  ];
  const marks: Record<string, readonly DiagramMark[]> = {
    ...decoration.marks,
    ...Object.fromEntries(silent.map(({ elementId }) => [elementId, ['incident']])),
  };
  if (selected !== undefined) marks[selected] = [...(marks[selected] ?? []), 'selected'];
  return (
    <Card title={t('diagram.title')}>
      <QueryState query={diagram} loading={<Skeleton height={320} />}>
        {(xml) => (
          <DiagramViewer
            xml={xml ?? ''}
            label={t('diagram.label', { title: processTitle })}
            marks={marks}
            overlays={overlays}
            travelled={travelled}
            focusOn={selected ?? decoration.here ?? silent[0]?.elementId}
            onSelect={(id) =>
              onSelect(detail.steps.some(({ elementId }) => elementId === id) ? id : undefined)
            }
          />
        )}
      </QueryState>
      <p className="iter-monitor-legend">{t('diagram.legend')}</p>
    </Card>
  );
}
