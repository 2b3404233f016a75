import type { TaskDetail } from '@iter/contract';
import { Card, Definitions, DueBadge, Link, paths, useDates, useTexts } from '@iter/web-kit';
import { readableData } from './case-data.ts';

/** The case that the task belongs to. */
export function TaskFacts({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const dates = useDates();
  const { task } = detail;
  return (
    <Card title={t('facts.title')}>
      <Definitions
        stacked
        items={[
          {
            term: t('facts.number'),
            value: (
              <Link to={paths.case(task.rootProcessInstanceKey)} className="iter-number">
                {task.businessId ?? t('noNumber')}
              </Link>
            ),
          },
          {
            term: t('facts.procedure'),
            value: <Link to={paths.sheet(task.processId)}>{detail.caseTitle}</Link>,
          },
          { term: t('facts.office'), value: task.officeLabel },
          {
            term: t('facts.caseDue'),
            value: detail.caseDueDate && (
              <DueBadge due={detail.caseDueDate} done={task.completedAt !== null} />
            ),
          },
          {
            term: t('facts.started'),
            value: t(detail.caseStartedBy ? 'facts.startedBy' : 'facts.startedAt', {
              when: dates.date(detail.caseStartedAt),
              name: detail.caseStartedBy?.name ?? '',
            }),
          },
          {
            term: t('facts.candidates'),
            value: task.candidates.map(({ label }) => label).join(', '),
          },
          { term: t('facts.created'), value: dates.dateTime(task.createdAt) },
        ]}
      />
    </Card>
  );
}

/** What the case has gathered so far. */
export function TaskData({ detail }: { detail: TaskDetail }) {
  const t = useTexts('tasks');
  const dates = useDates();
  const items = readableData(detail.variables, dates, t);
  if (items.length === 0) return null;
  return (
    <Card title={t('data.title')}>
      <Definitions stacked items={items} />
    </Card>
  );
}
