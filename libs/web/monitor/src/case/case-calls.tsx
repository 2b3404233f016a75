import type { CaseDetail } from '@iter/contract';
import { Card, Link, paths, useTexts } from '@iter/web-kit';
import { CaseBadges } from '../case-list/case-badges.tsx';

/** Cases that this one called. */
export function CaseCalls({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  return (
    <Card title={t('calls.title')}>
      <ul className="iter-monitor-plain">
        {detail.calls.map((call) => (
          <li key={call.processInstanceKey}>
            <Link to={paths.case(call.processInstanceKey)}>{call.processTitle}</Link>
            <CaseBadges row={{ state: call.state, suspended: false, hasIncident: false, outcome: null }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
