/**
 * Saves the draft a while after the last change, one save at a time.
 *
 *   saved ──change──► dirty ──pause──► saving ──ok──► saved (or dirty, when changed meanwhile)
 *                       ▲                 ├─other revision──► conflict ──adopt──► dirty or saved
 *                       └────change───────┴─failed──► failed
 *
 * In `conflict` nothing is saved until the person decides which of the two drafts stays.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'dirty' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict' };

export interface DraftSaver {
  state(): SaveState;
  /** Revision on which the next save builds. */
  revision(): number;
  /** Something in the diagram changed. */
  changed(): void;
  /** Saves at once what is not saved; resolves to whether nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Builds on another revision: after a publication, or over what a colleague saved (`keepMine`). */
  adopt(revision: number, options?: { keepMine?: boolean }): void;
  /** Hears every change of the state; answers the way to stop. */
  listen(listener: () => void): () => void;
  stop(): void;
}

export interface DraftSaverOptions {
  revision: number;
  /** Writes the diagram and answers the new revision. */
  save(revision: number): Promise<number>;
  /** Whether the failure says that somebody else saved in between. */
  isConflict(error: unknown): boolean;
  pauseMs: number;
}

export function createDraftSaver(options: DraftSaverOptions): DraftSaver {
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: 'saved' };
  let revision = options.revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let changedMeanwhile = false;

  function become(next: SaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), options.pauseMs);
  }

  async function write(): Promise<void> {
    changedMeanwhile = false;
    become({ kind: 'saving' });
    try {
      revision = await options.save(revision);
      become({ kind: changedMeanwhile ? 'dirty' : 'saved' });
      if (changedMeanwhile) plan();
    } catch (error) {
      become(options.isConflict(error) ? { kind: 'conflict' } : { kind: 'failed', error });
    }
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    running ??= write().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    state: () => state,
    revision: () => revision,
    changed() {
      changedMeanwhile = true;
      if (state.kind === 'conflict' || state.kind === 'saving') return;
      become({ kind: 'dirty' });
      plan();
    },
    async flush() {
      await running;
      if (state.kind === 'dirty' || state.kind === 'failed') await run();
      return state.kind === 'saved';
    },
    adopt(next, { keepMine = false } = {}) {
      clearTimeout(timer);
      revision = next;
      become({ kind: keepMine ? 'dirty' : 'saved' });
      if (keepMine) plan();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
