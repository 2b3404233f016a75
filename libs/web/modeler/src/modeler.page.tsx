import type { Draft } from '@iter/contract';
import { QueryState, Skeleton, useApi, useDictionary, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { createTranslate } from './canvas/translate.ts';
import { useDraftQuery } from './draft/use-draft.ts';
import { formChoices } from './panel/form-choices.ts';
import type { Choices } from './panel/panel-settings.ts';
import { roleChoices } from './panel/role-choices.ts';
import { ReadingView } from './reading-view.tsx';
import { useWideEnough } from './use-wide-enough.ts';

/** What draws is large: a phone, which only reads, does not fetch it. */
const Workspace = lazy(async () => ({ default: (await import('./workspace.tsx')).Workspace }));

/** A new version of a drawing library may bring texts that the dictionary lacks: developers are told. */
const reportMissing = import.meta.env.DEV
  ? (text: string) => console.warn(`Expected a text for "${text}", but the dictionary bpmn-js has none.`)
  : undefined;

/** Draws a procedure: `/procedimenti/:processId/modifica`. */
export function ModelerPage({ processId }: { processId: string }) {
  const wideEnough = useWideEnough();
  const draft = useDraftQuery(processId);
  const procedure = useProcedure(processId);
  const title = procedure?.title ?? processId;
  return (
    <QueryState query={draft} loading={<Waiting />}>
      {(found) =>
        wideEnough ? (
          <LoadedWorkspace
            draft={found}
            title={title}
            code={procedure?.code ?? null}
            running={procedure?.running ?? 0}
          />
        ) : (
          <ReadingView draft={found} title={title} code={procedure?.code ?? null} />
        )
      }
    </QueryState>
  );
}

/** The page's frame comes with the diagram: its heading takes the focus once. */
function Waiting() {
  return (
    <div className="iter-page iter-page-wide">
      <Skeleton height={480} />
    </div>
  );
}

function useRegister() {
  const api = useApi();
  return useQuery({
    queryKey: ['register', 'procedures'],
    queryFn: ({ signal }) => api.listRegister({}, { signal }),
  });
}

function useProcedure(processId: string) {
  return useRegister().data?.procedures.find((procedure) => procedure.processId === processId);
}

interface LoadedWorkspaceProps {
  draft: Draft;
  title: string;
  code: string | null;
  running: number;
}

/** Waits for what the panel's pickers offer; without them (no right to see them, no network) it goes on with none. */
function LoadedWorkspace({ draft, title, code, running }: LoadedWorkspaceProps) {
  const api = useApi();
  const text = useTexts('modeler');
  const dictionary = useDictionary('bpmn-js');
  const translate = useMemo(() => createTranslate(dictionary, reportMissing), [dictionary]);
  const register = useRegister();
  const people = useQuery({
    queryKey: ['session', 'roles-and-offices'],
    queryFn: ({ signal }) => api.listRolesAndOffices({}, { signal }),
  });
  const choices = useMemo<Choices>(
    () => ({
      roles: roleChoices(people.data),
      offices: people.data?.offices ?? [],
      forms: formChoices(draft.files),
      procedures: register.data?.procedures ?? [],
    }),
    [people.data, register.data, draft.files],
  );
  if (people.isPending || register.isPending) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Workspace
        latest={draft}
        title={title}
        code={code}
        running={running}
        choices={choices}
        text={text}
        translate={translate}
        dictionary={dictionary}
      />
    </Suspense>
  );
}
