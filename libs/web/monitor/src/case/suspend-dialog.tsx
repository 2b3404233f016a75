import type { CaseDetail } from '@iter/contract';
import { ConfirmDialog, useApi, useErrorText, useInvalidate, useTexts, useToasts } from '@iter/web-kit';

export interface SuspendDialogProps {
  open: boolean;
  onClose: () => void;
  detail: CaseDetail;
}

/** Lets a case stand still, or go on, with a reason that stays in its history. */
export function SuspendDialog({ open, onClose, detail }: SuspendDialogProps) {
  const t = useTexts('monitor');
  const api = useApi();
  const toasts = useToasts();
  const errorText = useErrorText();
  const invalidate = useInvalidate();
  const { processInstanceKey, businessId, suspended } = detail.case;
  const about = { case: businessId ?? processInstanceKey };
  const words = suspended ? 'resume' : 'suspend';

  const change = async (reason: string) => {
    const request = { params: { processInstanceKey }, body: { reason } };
    await (suspended ? api.resumeCase(request) : api.suspendCase(request));
    toasts.success(t(`${words}.done`, about));
    await invalidate('cases', 'tasks', 'register');
  };

  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t(`${words}.title`, about)}
      confirmLabel={t(`${words}.confirm`)}
      reasonLabel={t(`${words}.reason`)}
      onConfirm={change}
      errorText={errorText}
    >
      <p>{t(`${words}.meaning`)}</p>
    </ConfirmDialog>
  );
}
