import { Button, Callout, useDates, useSession, useTexts } from '@iter/web-kit';
import type { DraftWork } from './use-draft.ts';

export interface ColleagueNoticeProps {
  work: DraftWork;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Tells that somebody else saved or published meanwhile, and lets the person decide what stays. */
export function ColleagueNotice({ work, onTakeTheirs, onKeepMine }: ColleagueNoticeProps) {
  const t = useTexts('modeler');
  const dates = useDates();
  const me = useSession();
  const { latest, newer, state } = work;
  if (newer) {
    const mine = latest.saved?.by === me.userId;
    const text = {
      name: latest.saved?.byName ?? '',
      when: latest.saved ? dates.shortDateTime(latest.saved.at) : '',
    };
    return (
      <Callout
        kind={state.kind === 'conflict' ? 'danger' : 'warning'}
        role="alert"
        title={mine ? t('colleague.titleMine', text) : t('colleague.title', text)}
        actions={
          <>
            <Button small look="outline" onClick={onTakeTheirs}>
              {t('colleague.take')}
            </Button>
            {state.kind !== 'saved' && (
              <Button small look="danger" onClick={onKeepMine}>
                {t('colleague.keep')}
              </Button>
            )}
          </>
        }
      >
        <p>{t(state.kind === 'saved' ? 'colleague.nothingLost' : 'colleague.choose')}</p>
      </Callout>
    );
  }
  if (latest.revision > 0 && !latest.basedOnLatest)
    return (
      <Callout kind="warning" title={t('colleague.publishedTitle')}>
        <p>{t('colleague.published')}</p>
      </Callout>
    );
  return null;
}
