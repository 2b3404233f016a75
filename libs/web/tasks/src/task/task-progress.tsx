import type { TaskDetail } from '@iter/contract';
import {
  Card,
  DiagramViewer,
  QueryState,
  Skeleton,
  StepList,
  useApi,
  useCaseDecoration,
  useCaseStepItems,
  useTexts,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

const NO_FLOWS: readonly string[] = [];

/** The diagram with "you are here" and the way travelled. */
export function TaskDiagram({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const api = useApi();
  const { processDefinitionKey, task } = detail;
  const { processInstanceKey } = task;
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
  const { marks, overlays } = useCaseDecoration(detail.steps, processInstanceKey);
  return (
    <Card title={t('diagram.title')}>
      <QueryState query={diagram} loading={<Skeleton height={260} />}>
        {(xml) => (
          <DiagramViewer
            xml={xml ?? ''}
            label={t('diagram.label', { process: task.processTitle })}
            marks={marks}
            overlays={overlays}
            travelled={travelled}
            focusOn={task.elementId}
          />
        )}
      </QueryState>
    </Card>
  );
}

/** The same as a list. */
export function TaskSteps({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const items = useCaseStepItems(detail.steps, { currentTask: detail.task.userTaskKey, links: true });
  return (
    <Card title={t('steps.title')}>
      <StepList label={t('steps.title')} steps={items} />
    </Card>
  );
}
