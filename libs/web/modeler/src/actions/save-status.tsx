import { Badge, useDates, useErrorText, useTexts } from '@iter/web-kit';
import type { SaveState } from '../draft/draft-saver.ts';

export interface SaveStatusProps {
  state: SaveState;
  /** When the draft was last saved; `null` while there is none. */
  savedAt: string | null;
}

/** Whether the work is safe, in words; read out when it changes. */
export function SaveStatus({ state, savedAt }: SaveStatusProps) {
  const t = useTexts('modeler');
  const dates = useDates();
  const errorText = useErrorText();
  return (
    <span className="iter-modeler-status" role="status">
      {state.kind === 'saved' &&
        (savedAt ? (
          <Badge tone="success">{t('save.savedAt', { when: dates.shortDateTime(savedAt) })}</Badge>
        ) : (
          <Badge>{t('save.published')}</Badge>
        ))}
      {state.kind === 'dirty' && <Badge tone="info">{t('save.dirty')}</Badge>}
      {state.kind === 'saving' && <Badge tone="info">{t('save.saving')}</Badge>}
      {state.kind === 'failed' && (
        <Badge tone="danger">{t('save.failed', { reason: errorText(state.error) })}</Badge>
      )}
      {state.kind === 'conflict' && <Badge tone="danger">{t('save.conflict')}</Badge>}
    </span>
  );
}
