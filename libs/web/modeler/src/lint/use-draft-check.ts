import type { Draft } from '@iter/contract';
import { useTexts, type Texts } from '@iter/web-kit';
import { useCallback, useEffect } from 'react';
import type { Editor } from '../canvas/editor.ts';
import { checkDraft } from './check.ts';
import { markProblems, showFieldErrors } from './problem-marks.ts';
import { useProblems, type Checked } from './use-problems.ts';

/** Checks the draft as it is drawn, and shows what is found on the drawing and under the panel's fields. */
export function useDraftCheck(editor: Editor | undefined, latest: Draft, t: Texts): Checked {
  const bpmn = useTexts('bpmn');
  const { files } = latest;
  const check = useCallback((xml: string) => checkDraft(xml, files, { bpmn, modeler: t }), [files, bpmn, t]);
  const checked = useProblems(editor, check);
  const { problems } = checked;
  useEffect(() => {
    if (!editor) return undefined;
    const show = () => showFieldErrors(editor.modeler, problems);
    markProblems(
      editor.modeler,
      problems,
      {
        severity: (severity) => t(`problems.severity.${severity}`),
        mark: (ofElement) =>
          t('problems.mark', {
            count: ofElement.length,
            text: ofElement.map(({ message }) => message).join('; '),
          }),
      },
      (elementId) => editor.reveal(elementId),
    );
    show();
    const bus = editor.modeler.get('eventBus');
    bus.on('selection.changed', show);
    return () => bus.off('selection.changed', show);
  }, [editor, problems, t]);
  return checked;
}
