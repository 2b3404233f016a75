import type { CaseDetail } from '@iter/contract';
import { Card, useDates, useTexts } from '@iter/web-kit';

type Operation = CaseDetail['operations'][number];

/** What people did to the case as a whole: who, when, why. Nothing is drawn while there is none. */
export function CaseOperations({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  const dates = useDates();
  if (detail.operations.length === 0) return null;
  const whoAndWhen = ({ who, at }: Operation): string =>
    t(who ? 'operations.by' : 'operations.byNobody', { when: dates.shortDateTime(at), who: who?.name ?? '' });
  return (
    <Card title={t('operations.title')}>
      <ul className="iter-monitor-plain">
        {detail.operations.map((operation) => (
          <li key={`${operation.operation} ${operation.at}`}>
            <span className="iter-row-title">{t(`operations.types.${operation.operation}`)}</span>
            <span className="iter-row-sub">{whoAndWhen(operation)}</span>
            {operation.details.variables && <span>{operation.details.variables.join(', ')}</span>}
            {operation.reason && <span>{operation.reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
