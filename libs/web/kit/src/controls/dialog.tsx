import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../text/texts.ts';
import { classNames } from './class-names.ts';
import { Button, IconButton, type ButtonLook } from './button.tsx';
import { TextArea } from './field.tsx';
import { Callout } from './callout.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, in reading order; the main one first. */
  actions?: ReactNode;
  wide?: boolean;
}

/** A modal window: takes the focus, gives it back, closes on Escape. */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const t = useTexts('kit');
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className="iter-overlay"
    >
      <Modal className={classNames('iter-modal', wide && 'iter-modal-wide')}>
        <AriaDialog className="iter-dialog">
          <div className="iter-dialog-head">
            <Heading slot="title" className="iter-dialog-title">
              {title}
            </Heading>
            <IconButton icon="close" label={t('dialog.close')} onClick={onClose} />
          </div>
          <div className="iter-dialog-body">{children}</div>
          {actions && <div className="iter-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
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
