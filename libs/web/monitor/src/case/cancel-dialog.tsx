import type { CaseDetail } from '@iter/contract';
import { ConfirmDialog, useApi, useErrorText, useInvalidate, useTexts, useToasts } from '@iter/web-kit';

export interface CancelDialogProps {
  open: boolean;
  onClose: () => void;
  detail: CaseDetail;
}

/** Cancels the case, with a reason that stays in its history. */
export function CancelDialog({ open, onClose, detail }: CancelDialogProps) {
  const t = useTexts('monitor');
  const api = useApi();
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidate();
  const { processInstanceKey, businessId, currentSteps } = detail.case;
  const calls = detail.calls.filter(({ state }) => state === 'ACTIVE').length;

  const cancel = async (reason: string) => {
    await api.cancelCase({ params: { processInstanceKey }, body: { reason } });
    toasts.success(t('cancel.done', { case: businessId ?? processInstanceKey }));
    await invalidate('cases', 'tasks', 'register');
  };

  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('cancel.title', { case: businessId ?? processInstanceKey })}
      confirmLabel={t('cancel.confirm')}
      look="danger"
      reasonLabel={t('cancel.reason')}
      onConfirm={cancel}
      errorText={errorText}
    >
      <p>{t('cancel.meaning', { count: currentSteps.length })}</p>
      {calls > 0 && <p>{t('cancel.calls', { count: calls })}</p>}
    </ConfirmDialog>
  );
}
