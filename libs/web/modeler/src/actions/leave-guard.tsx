import { ConfirmDialog, useErrorText, useTexts } from '@iter/web-kit';
import { useBlocker } from '@tanstack/react-router';

/**
 * Saves what is not saved before the page is left, and asks where that fails. Closing the window makes the browser
 * ask while something is unsaved.
 */
export function LeaveGuard({ unsaved, flush }: { unsaved: boolean; flush: () => Promise<boolean> }) {
  const t = useTexts('modeler');
  const errorText = useErrorText();
  const blocker = useBlocker({
    shouldBlockFn: async () => unsaved && !(await flush()),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leave.title')}
      confirmLabel={t('leave.confirm')}
      look="danger"
      errorText={errorText}
      onConfirm={async () => blocker.proceed?.()}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
