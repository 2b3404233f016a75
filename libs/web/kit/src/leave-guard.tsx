import { useBlocker } from '@tanstack/react-router';
import { Button } from './controls/button.tsx';
import { Dialog } from './controls/dialog.tsx';
import { useTexts } from './text/texts.ts';

export interface LeaveGuardProps {
  /** Something is not saved. */
  when: boolean;
  /** Saves it before the page is left by a link; asks only where that fails (`false`). */
  save?: () => Promise<boolean>;
}

/** While `when` is true, leaving the page (by a link, the back button, closing the tab) asks first. */
export function LeaveGuard({ when, save }: LeaveGuardProps) {
  const t = useTexts('kit');
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      when && current.pathname !== next.pathname && !(save && (await save())),
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog
      open
      onClose={blocker.reset}
      title={t('leave.title')}
      actions={
        <>
          <Button onClick={blocker.reset}>{t('leave.stay')}</Button>
          <Button look="outline" onClick={blocker.proceed}>
            {t('leave.go')}
          </Button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
    </Dialog>
  );
}
