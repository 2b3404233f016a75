import { ApiProblem, type TaskDetail } from '@iter/contract';
import {
  Button,
  Callout,
  Card,
  FormView,
  LeaveGuard,
  fieldErrors,
  paths,
  useApi,
  useErrorText,
  useGo,
  useInvalidate,
  useTexts,
  useToasts,
  type FormHandle,
} from '@iter/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

/** What is to be done, and the form that does it. */
export function TaskForm({ detail, open }: { detail: TaskDetail; open: boolean }) {
  const t = useTexts('tasks');
  const form = useRef<FormHandle>(null);
  const [dirty, setDirty] = useState(false);
  const complete = useComplete(detail);
  const mayComplete = open && detail.abilities.complete;

  // The server's messages belong to the fields of the form that it refused.
  const { error } = complete;
  useEffect(() => {
    if (error) form.current?.showErrors(fieldErrors(error));
  }, [error]);

  const submit = () => {
    const values = detail.form ? form.current?.submit() : {};
    if (values) complete.mutate(values);
  };

  return (
    <Card title={t('form.title')}>
      {detail.documentation && <p className="iter-task-documentation">{detail.documentation}</p>}
      {detail.form ? (
        <FormView
          ref={form}
          schema={detail.form.schema}
          values={detail.variables}
          label={t('form.label', { task: detail.task.name })}
          readOnly={!mayComplete}
          onChanged={() => setDirty(true)}
          onSubmit={submit}
        />
      ) : (
        !detail.documentation && open && <p>{t('form.none')}</p>
      )}
      {detail.externalFormReference && (
        <Callout kind="info">{t('form.external', { reference: detail.externalFormReference })}</Callout>
      )}
      {error && <CompletionFailure error={error} />}
      {open &&
        (mayComplete ? (
          <div className="iter-task-actions">
            <Button icon="check" busy={complete.isPending} onClick={submit}>
              {t('complete.label')}
            </Button>
          </div>
        ) : (
          <p className="iter-muted">
            {t(detail.abilities.claim ? 'complete.claimFirst' : 'complete.notYours')}
          </p>
        ))}
      <LeaveGuard when={dirty && mayComplete && !complete.isPending && !complete.isSuccess} />
    </Card>
  );
}

function CompletionFailure({ error }: { error: unknown }) {
  const t = useTexts('tasks');
  const errorText = useErrorText();
  const ended = error instanceof ApiProblem && error.code === 'TASK_ENDED';
  return (
    <Callout kind="danger" role="alert" title={t('complete.failed')}>
      {ended ? t('complete.ended') : errorText(error)}
    </Callout>
  );
}

function useComplete({ task }: TaskDetail) {
  const t = useTexts('tasks');
  const api = useApi();
  const go = useGo();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: (variables: Record<string, unknown>) =>
      api.completeUserTask({ params: { userTaskKey: task.userTaskKey }, body: { variables } }),
    onSuccess: () => {
      toasts.success(t('complete.done', { task: task.name }), {
        to: paths.case(task.rootProcessInstanceKey),
        label: t('complete.toCase'),
      });
      go(paths.tasks());
    },
    onSettled: () => invalidate('tasks', 'cases', 'register', 'notifications', 'publications'),
  });
}
