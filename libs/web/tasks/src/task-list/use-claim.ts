import { ApiProblem } from '@iter/contract';
import { paths, useApi, useInvalidate, useSession, useTexts, useToasts } from '@iter/web-kit';
import { useMutation } from '@tanstack/react-query';

/** Takes a task in charge, unless somebody else was quicker: then says so and shows how things stand. */
export function useClaim({ offerToOpen = false }: { offerToOpen?: boolean } = {}) {
  const t = useTexts('tasks');
  const api = useApi();
  const { userId } = useSession();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: (userTaskKey: string) =>
      api.assignUserTask({
        params: { userTaskKey },
        body: { assignee: userId, allowOverride: false, action: 'claim' },
      }),
    onSuccess: (_, userTaskKey) =>
      toasts.success(
        t('claim.done'),
        offerToOpen ? { to: paths.task(userTaskKey), label: t('open') } : undefined,
      ),
    onError: (error) => {
      const taken = error instanceof ApiProblem && error.code === 'TASK_ALREADY_ASSIGNED';
      toasts.error(taken ? t('claim.taken') : error);
    },
    onSettled: () => invalidate('tasks', 'cases'),
  });
}
