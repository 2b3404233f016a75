import { ConfirmDialog, useTexts } from '@iter/web-kit';

export interface DiscardDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void>;
  errorText: (error: unknown) => string;
}

/** Throws the draft away, after asking: it cannot be brought back. */
export function DiscardDialog(props: DiscardDialogProps) {
  const t = useTexts('modeler');
  return (
    <ConfirmDialog {...props} title={t('discard.title')} confirmLabel={t('discard.confirm')} look="danger">
      <p>{t('discard.text')}</p>
    </ConfirmDialog>
  );
}
