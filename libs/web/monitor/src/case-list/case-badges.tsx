import type { CaseRow } from '@iter/contract';
import { Badge, useTexts, type Tone } from '@iter/web-kit';

const TONE: Record<CaseRow['state'], Tone> = { ACTIVE: 'info', COMPLETED: 'success', TERMINATED: 'neutral' };

/** The state of a case in words, its outcome, and whether it is stopped by a problem. */
export function CaseBadges({
  row,
}: {
  row: Pick<CaseRow, 'state' | 'suspended' | 'hasIncident' | 'outcome'>;
}) {
  const t = useTexts('monitor');
  return (
    <span className="iter-monitor-badges">
      <Badge tone={TONE[row.state]}>{t(`state.${row.state}`)}</Badge>
      {row.suspended && <Badge tone="warning">{t('state.suspended')}</Badge>}
      {row.outcome && <Badge>{t('state.outcome', { outcome: row.outcome })}</Badge>}
      {row.hasIncident && <Badge tone="danger">{t('state.incident')}</Badge>}
    </span>
  );
}
