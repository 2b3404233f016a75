import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../text/texts.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import type { DialogProps } from './dialog.tsx';

/** The window of a `Dialog`; a file of its own because it brings the library that keeps the focus inside. */
export function DialogWindow({ onClose, title, children, actions, wide, mustDecide }: DialogProps) {
  const t = useTexts('kit');
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!mustDecide}
      isKeyboardDismissDisabled={mustDecide ?? false}
      className="iter-overlay"
    >
      <Modal className={classNames('iter-modal', wide && 'iter-modal-wide')}>
        <AriaDialog className="iter-dialog">
          <div className="iter-dialog-head">
            <Heading slot="title" className="iter-dialog-title">
              {title}
            </Heading>
            {!mustDecide && <IconButton icon="close" label={t('dialog.close')} onClick={onClose} />}
          </div>
          <div className="iter-dialog-body">{children}</div>
          {actions && <div className="iter-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
