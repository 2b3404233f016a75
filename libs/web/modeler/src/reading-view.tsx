import type { Draft } from '@iter/contract';
import { Callout, DiagramViewer, Page, paths, QueryState, StepList, useApi, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** On a small screen: the diagram and its steps to read, and that drawing wants a larger one. */
export function ReadingView({ draft, title, code }: { draft: Draft; title: string; code: string | null }) {
  const t = useTexts('modeler');
  const api = useApi();
  const { processId } = draft;
  const [selected, setSelected] = useState<string>();
  const sheet = useQuery({
    queryKey: ['register', 'sheet', processId],
    queryFn: ({ signal }) => api.getSheet({ params: { processId } }, { signal }),
  });
  return (
    <Page
      title={title}
      {...(code ? { overline: code } : {})}
      back={{ to: paths.sheet(processId), label: t('page.back') }}
    >
      <Callout kind="info" title={t('narrow.title')}>
        <p>{t('narrow.text')}</p>
      </Callout>
      <DiagramViewer
        xml={draft.xml}
        label={t('page.diagram', { title })}
        marks={selected ? { [selected]: ['selected'] } : {}}
        focusOn={selected ?? sheet.data?.steps[0]?.elementId}
        onSelect={setSelected}
      />
      <h2 className="iter-modeler-heading">{t('narrow.steps')}</h2>
      <QueryState query={sheet}>
        {({ steps }) => (
          <StepList
            label={t('narrow.steps')}
            plain
            selected={selected}
            onSelect={setSelected}
            steps={steps.map((step) => ({
              id: step.elementId,
              name: step.name,
              state: 'todo',
              details: [step.roles.join(', ')].filter(Boolean),
            }))}
          />
        )}
      </QueryState>
    </Page>
  );
}
