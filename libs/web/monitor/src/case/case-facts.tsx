import type { CaseDetail } from '@iter/contract';
import { Card, Definitions, DueBadge, Link, paths, useDates, useTexts } from '@iter/web-kit';

/** Number, procedure, office, start, term and end of the case. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  const dates = useDates();
  const row = detail.case;
  const reason = detail.operations.find(({ operation }) => operation === 'canceled')?.reason;
  const started = row.startedBy
    ? t('facts.startedBy', { when: dates.shortDateTime(row.startedAt), who: row.startedBy.name })
    : t('facts.startedByNobody', { when: dates.shortDateTime(row.startedAt) });
  return (
    <Card title={t('facts.title')}>
      <Definitions
        stacked
        items={[
          {
            term: t('facts.process'),
            value: <Link to={paths.sheet(row.processId)}>{row.processTitle}</Link>,
          },
          { term: t('facts.code'), value: row.processCode },
          { term: t('facts.version'), value: String(row.version) },
          { term: t('facts.office'), value: row.officeLabel ?? row.office },
          { term: t('facts.started'), value: started },
          {
            term: t('facts.due'),
            value: row.dueDate ? <DueBadge due={row.dueDate} done={row.state !== 'ACTIVE'} /> : null,
          },
          {
            term: t(row.state === 'TERMINATED' ? 'facts.canceled' : 'facts.ended'),
            value: row.endedAt && dates.shortDateTime(row.endedAt),
          },
          { term: t('facts.cancelReason'), value: reason },
          { term: t('facts.outcome'), value: row.outcome },
          {
            term: t('facts.parent'),
            value: detail.parent && (
              <Link to={paths.case(detail.parent.processInstanceKey)}>{detail.parent.processTitle}</Link>
            ),
          },
        ]}
      />
    </Card>
  );
}
