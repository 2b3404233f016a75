import { ApiProblem, type TaskDetail } from '@iter/contract';
import {
  ButtonLink,
  Callout,
  DueBadge,
  EmptyState,
  Page,
  QueryState,
  Skeleton,
  paths,
  useApi,
  useDates,
  useTexts,
} from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { TaskData, TaskFacts } from './task-facts.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskHolder } from './task-holder.tsx';
import { TaskDiagram, TaskSteps } from './task-progress.tsx';

/** Everything that one needs to do a task. */
export function TaskPage({ userTaskKey }: { userTaskKey: string }) {
  const t = useTexts('tasks');
  const api = useApi();
  const found = useQuery({
    queryKey: ['tasks', 'detail', userTaskKey],
    queryFn: ({ signal }) => api.getTask({ params: { userTaskKey } }, { signal }),
  });
  const back = { to: paths.tasks(), label: t('task.back') };
  if (found.error instanceof ApiProblem && found.error.status === 404)
    return (
      <Page title={t('task.goneTitle')} back={back}>
        <EmptyState
          title={t('task.gone')}
          actions={<ButtonLink to={paths.tasks()}>{t('task.back')}</ButtonLink>}
        >
          {t('task.goneText')}
        </EmptyState>
      </Page>
    );
  const detail = found.data;
  return (
    <Page
      title={detail?.task.name ?? t('task.title')}
      back={back}
      overline={detail && <Overline detail={detail} />}
      lead={detail && <Lead detail={detail} />}
    >
      <QueryState query={found} loading={<Skeleton lines={10} />}>
        {(data) => <TaskBody detail={data} />}
      </QueryState>
    </Page>
  );
}

function Overline({ detail: { task } }: { detail: TaskDetail }) {
  return (
    <>
      {task.businessId && <span className="iter-number">{task.businessId} · </span>}
      {task.processTitle}
    </>
  );
}

function Lead({ detail: { task } }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const dates = useDates();
  if (task.completedAt) return <p>{t('task.completedAt', { when: dates.dateTime(task.completedAt) })}</p>;
  return task.dueDate ? <DueBadge due={task.dueDate} /> : <p>{t('task.noDue')}</p>;
}

function TaskBody({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const open = detail.task.completedAt === null && detail.task.state !== 'CANCELED';
  return (
    <div className="iter-columns">
      <div className="iter-column">
        {open ? <TaskHolder detail={detail} /> : <Callout kind="success">{t('task.ended')}</Callout>}
        {/* Once it has ended, the form is drawn anew with what was recorded. */}
        <TaskForm key={`${detail.form?.formKey} ${open}`} detail={detail} open={open} />
        <TaskDiagram detail={detail} />
      </div>
      <div className="iter-column">
        <TaskFacts detail={detail} />
        <TaskSteps detail={detail} />
        <TaskData detail={detail} />
      </div>
    </div>
  );
}
