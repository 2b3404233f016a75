import { useBlocker } from '@tanstack/react-router';
import { Button } from './controls/button.tsx';
import { Dialog } from './controls/dialog.tsx';
import { useTexts } from './text/texts.ts';

/** While `when` is true, leaving the page (by a link, the back button, closing the tab) asks first. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useTexts('kit');
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
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
