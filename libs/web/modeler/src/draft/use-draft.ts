import { ApiProblem, type Draft } from '@iter/contract';
import { useApi, useInvalidate } from '@iter/web-kit';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { EditorSlot } from '../canvas/editor-slot.ts';
import { createDraftSaver, type SaveState } from './draft-saver.ts';

const PAUSE_MS = 2000;

export interface DraftWork {
  /** What the server has now; it changes when a colleague saves. */
  latest: Draft;
  state: SaveState;
  /** Somebody (another person, or this one elsewhere) saved after what is open here. */
  newer: boolean;
  changed: () => void;
  /** Saves at once; resolves to whether all is saved. */
  flush: () => Promise<boolean>;
  /** Goes on with what is open here, over what the colleague saved. */
  keepMine: () => Promise<boolean>;
  /** Takes what the server has: the caller opens it. */
  takeTheirs: () => Promise<Draft>;
  /** Publishes what is saved; resolves to the new version's number. */
  publish: (note: string) => Promise<number>;
  /** Throws the draft away; resolves to what there is then: the published version. */
  discard: () => Promise<Draft>;
}

/** The draft as the server has it, asked for again whenever the server says that it changed. */
export function useDraftQuery(processId: string): UseQueryResult<Draft> {
  const api = useApi();
  return useQuery({
    queryKey: ['drafts', processId],
    queryFn: ({ signal }) => api.getDraft({ params: { processId } }, { signal }),
    refetchOnWindowFocus: true,
  });
}

/**
 * Work on a draft: saving by itself with the guard of its revision, publication, and what colleagues do meanwhile.
 *
 * @param slot where the diagram that is open is found
 */
export function useDraftWork(latest: Draft, slot: EditorSlot): DraftWork {
  const { processId } = latest;
  const api = useApi();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  const put = useCallback(
    (draft: Draft) => queries.setQueryData(['drafts', processId], draft),
    [queries, processId],
  );
  const save = useCallback(
    async (revision: number) => {
      const editor = slot.get();
      if (!editor) throw new Error('Expected an open diagram to save, but there is none.');
      const xml = await editor.xml();
      const saved = await api.saveDraft({ params: { processId }, body: { xml, revision } });
      put(saved);
      return saved.revision;
    },
    [api, processId, put, slot],
  );
  const [saver] = useState(() =>
    createDraftSaver({
      revision: latest.revision,
      save,
      isConflict: (error) => error instanceof ApiProblem && error.code === 'DRAFT_CHANGED',
      pauseMs: PAUSE_MS,
    }),
  );
  useEffect(() => () => saver.stop(), [saver]);
  const state = useSyncExternalStore(saver.listen, saver.state);

  const fetchLatest = useCallback(async () => {
    const draft = await api.getDraft({ params: { processId } });
    put(draft);
    return draft;
  }, [api, processId, put]);

  useEffect(() => {
    // Who saved in between is not in the refusal.
    if (state.kind === 'conflict') fetchLatest().catch(() => undefined);
  }, [state.kind, fetchLatest]);

  return useMemo(() => {
    const take = async () => {
      const draft = await fetchLatest();
      saver.adopt(draft.revision);
      return draft;
    };
    return {
      latest,
      state,
      newer: state.kind !== 'saving' && latest.revision > saver.revision(),
      changed: saver.changed,
      flush: saver.flush,
      async keepMine() {
        const { revision } = await fetchLatest();
        saver.adopt(revision, { keepMine: true });
        return saver.flush();
      },
      takeTheirs: take,
      async publish(note) {
        const body = { revision: saver.revision(), ...(note ? { note } : {}) };
        const { version } = await api.publishDraft({ params: { processId }, body });
        await take();
        await invalidate('register', 'drafts');
        return version;
      },
      async discard() {
        await api.deleteDraft({ params: { processId } });
        const draft = await take();
        await invalidate('register');
        return draft;
      },
    };
  }, [api, fetchLatest, invalidate, latest, processId, saver, state]);
}
