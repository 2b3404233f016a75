import type { DiagramProblem } from '@iter/contract';
import { useEffect, useState } from 'react';
import type { Editor } from '../canvas/editor.ts';

/** What the check says of the diagram as it stands. */
export interface Checked {
  problems: readonly DiagramProblem[];
  /** `failed`: the check itself could not be made. */
  state: 'checking' | 'done' | 'failed';
}

const PAUSE_MS = 600;
const NOTHING: Checked = { problems: [], state: 'checking' };

/**
 * Checks the diagram when it is opened and a while after each change. An answer that comes after a newer question
 * is dropped.
 */
export function useProblems(
  editor: Editor | undefined,
  check: (xml: string) => Promise<readonly DiagramProblem[]>,
): Checked {
  const [checked, setChecked] = useState<Checked>(NOTHING);
  useEffect(() => {
    if (!editor) return undefined;
    let asked = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      try {
        const problems = await check(await editor.xml());
        if (!signal.aborted) setChecked({ problems, state: 'done' });
      } catch {
        if (!signal.aborted) setChecked((before) => ({ ...before, state: 'failed' }));
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), PAUSE_MS);
    };
    void run();
    const bus = editor.modeler.get('eventBus');
    bus.on(['elements.changed', 'import.done'], later);
    return () => {
      clearTimeout(timer);
      asked.abort();
      bus.off(['elements.changed', 'import.done'], later);
      setChecked(NOTHING);
    };
  }, [editor, check]);
  return checked;
}
