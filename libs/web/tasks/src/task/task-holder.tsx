import type { TaskDetail } from '@iter/contract';
import {
  Button,
  ComboBox,
  Dialog,
  Icon,
  useApi,
  useInvalidate,
  useSession,
  useTexts,
  useToasts,
} from '@iter/web-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useClaim } from '../task-list/use-claim.ts';

/** Who has the task, and what one may do about it: take it, give it back, hand it over. */
export function TaskHolder({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const { userId } = useSession();
  const { task, abilities } = detail;
  const claim = useClaim();
  const release = useRelease(task.userTaskKey);
  const [assigning, setAssigning] = useState(false);
  const mine = task.assignee?.userId === userId;
  return (
    <section className={mine ? 'iter-holder iter-holder-mine' : 'iter-holder'} aria-label={t('holder.label')}>
      <Icon name="user" size="md" />
      <p>{holderText()}</p>
      <div className="iter-holder-actions">
        {abilities.claim && !task.assignee && (
          <Button busy={claim.isPending} onClick={() => claim.mutate(task.userTaskKey)}>
            {t('claim.label')}
          </Button>
        )}
        {abilities.release && task.assignee && (
          <Button look="outline" busy={release.isPending} onClick={() => release.mutate()}>
            {t(mine ? 'release.label' : 'release.ofOther')}
          </Button>
        )}
        {abilities.assign && detail.assignableTo.length > 0 && (
          <Button look="outline" onClick={() => setAssigning(true)}>
            {t('assign.label')}
          </Button>
        )}
      </div>
      {assigning && <AssignDialog detail={detail} onClose={() => setAssigning(false)} />}
    </section>
  );

  function holderText(): string {
    if (mine) return t('holder.mine');
    if (task.assignee) return t('holder.other', { name: task.assignee.name });
    const who = task.candidates.map(({ label }) => label).join(', ');
    return who ? t('holder.nobody', { who }) : t('holder.nobodyAtAll');
  }
}

function useRelease(userTaskKey: string) {
  const t = useTexts('tasks');
  const api = useApi();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: () => api.unassignUserTask({ params: { userTaskKey } }),
    onSuccess: () => toasts.success(t('release.done')),
    onError: (error) => toasts.error(error),
    onSettled: () => invalidate('tasks', 'cases'),
  });
}

function AssignDialog({ detail, onClose }: { detail: TaskDetail; onClose: () => void }) {
  const t = useTexts('tasks');
  const api = useApi();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [assignee, setAssignee] = useState<string | null>(null);
  const assign = useMutation({
    mutationFn: (to: string) =>
      api.assignUserTask({
        params: { userTaskKey: detail.task.userTaskKey },
        body: { assignee: to, allowOverride: true, action: 'assign' },
      }),
    onSuccess: (_, to) => {
      const name = detail.assignableTo.find(({ userId }) => userId === to)?.name ?? to;
      toasts.success(t('assign.done', { name }));
      onClose();
    },
    onError: (error) => toasts.error(error),
    onSettled: () => invalidate('tasks', 'cases'),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assign.title')}
      actions={
        <Button
          aria-disabled={assignee === null}
          busy={assign.isPending}
          onClick={() => assignee !== null && assign.mutate(assignee)}
        >
          {t('assign.submit')}
        </Button>
      }
    >
      <ComboBox
        label={t('assign.to')}
        options={detail.assignableTo.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={assignee}
        onValue={setAssignee}
      />
    </Dialog>
  );
}
