import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTexts } from '../text/texts.ts';
import { Button, type ButtonLook } from './button.tsx';
import { Callout } from './callout.tsx';
import { TextArea } from './field.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, in reading order; the main one first. */
  actions?: ReactNode;
  wide?: boolean;
  /** Closes by its buttons only: a stray click beside it must not lose what stands below. */
  mustDecide?: boolean;
}

const DialogWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }));

/** A modal window: takes the focus, gives it back, closes on Escape. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  );
}

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  look?: ButtonLook;
  /** Asks for a reason, which is required then and handed to `onConfirm`. */
  reasonLabel?: string;
  /** The dialog stays open while it runs, and when it throws, with the text of the error. */
  onConfirm: (reason: string) => Promise<void>;
  errorText: (error: unknown) => string;
}

export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirmLabel,
  look = 'primary',
  reasonLabel,
  onConfirm,
  errorText,
}: ConfirmDialogProps) {
  const t = useTexts('kit');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const close = () => {
    setReason('');
    setMissing(false);
    setFailure(undefined);
    onClose();
  };
  const confirm = async () => {
    if (reasonLabel && !reason.trim()) {
      setMissing(true);
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm(reason.trim());
      close();
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      actions={
        <>
          <Button look={look} busy={busy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button look="outline" onClick={close}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      {children}
      {reasonLabel && (
        <TextArea
          label={reasonLabel}
          value={reason}
          required
          error={missing ? t('dialog.reasonMissing') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      )}
      {failure && (
        <Callout kind="danger" role="alert">
          {failure}
        </Callout>
      )}
    </Dialog>
  );
}
