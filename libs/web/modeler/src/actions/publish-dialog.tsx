import { ApiProblem, type DiagramProblem } from '@iter/contract';
import { Button, Callout, Dialog, TextArea, useErrorText, useTexts } from '@iter/web-kit';
import { useState } from 'react';
import { ProblemList } from '../lint/problem-list.tsx';

export interface PublishDialogProps {
  open: boolean;
  onClose: () => void;
  /** What the check says now: errors stand in the way, warnings do not. */
  problems: readonly DiagramProblem[];
  /** Cases in progress, which go on with the version they began with. */
  running: number;
  publish: (note: string) => Promise<void>;
  onReveal: (elementId: string) => void;
}

/** Publishes the draft as the next version, with a note on what changed. */
export function PublishDialog({ open, onClose, problems, running, publish, onReveal }: PublishDialogProps) {
  const t = useTexts('modeler');
  const errorText = useErrorText();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const refused = failure instanceof ApiProblem ? (failure.problem.problems ?? []) : [];
  const shown = refused.length > 0 ? refused : problems;
  const blocked = problems.some(({ severity }) => severity === 'error');

  const close = () => {
    setFailure(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await publish(note.trim());
      setNote('');
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('publish.title')}
      wide
      actions={
        <>
          {!blocked && (
            <Button icon="upload" busy={busy} onClick={() => void confirm()}>
              {t('publish.confirm')}
            </Button>
          )}
          <Button look="outline" onClick={close}>
            {t('publish.cancel')}
          </Button>
        </>
      }
    >
      {failure !== undefined && (
        <Callout kind="danger" role="alert" title={t('publish.failed')}>
          <p>{errorText(failure)}</p>
        </Callout>
      )}
      {blocked ? (
        <Callout kind="danger" title={t('publish.blockedTitle')}>
          <p>{t('publish.blocked')}</p>
        </Callout>
      ) : (
        <>
          <p>{t('publish.meaning', { count: running })}</p>
          <TextArea
            label={t('publish.note')}
            hint={t('publish.noteHint')}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      {shown.length > 0 && (
        <>
          <h3 className="iter-modeler-dialog-heading">{t('publish.problems', { count: shown.length })}</h3>
          <ProblemList
            problems={shown}
            onReveal={(elementId) => {
              close();
              onReveal(elementId);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
