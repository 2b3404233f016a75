import type { CaseDetail } from '@iter/contract';
import { Button, DueBadge, Link, Page, paths, QueryState, Skeleton, useApi, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CaseBadges } from '../case-list/case-badges.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { CaseCalls } from './case-calls.tsx';
import { CaseDiagram } from './case-diagram.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseIncidents } from './case-incidents.tsx';
import { CaseNotices } from './case-notices.tsx';
import { CaseOperations } from './case-operations.tsx';
import { CaseSteps } from './case-steps.tsx';
import { CaseVariables } from './case-variables.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';

/** Everything about one case: `/pratiche/:processInstanceKey`. */
export function CasePage({ processInstanceKey }: { processInstanceKey: string }) {
  const api = useApi();
  const found = useQuery({
    queryKey: ['cases', 'detail', processInstanceKey],
    queryFn: ({ signal }) => api.getCase({ params: { processInstanceKey } }, { signal }),
  });
  return (
    <QueryState query={found} loading={<Waiting />}>
      {(detail) => <CaseView detail={detail} />}
    </QueryState>
  );
}

function Waiting() {
  return (
    <div className="iter-page container-xxl">
      <Skeleton lines={8} />
    </div>
  );
}

function CaseView({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  const [dialog, setDialog] = useState<'cancel' | 'suspend'>();
  const [selected, setSelected] = useState<string>();
  const { case: row, parent, abilities } = detail;
  const close = () => setDialog(undefined);
  return (
    <Page
      title={row.businessId ?? t('case.noNumber', { key: row.processInstanceKey })}
      overline={<Link to={paths.liveProcess(row.processId)}>{row.processTitle}</Link>}
      lead={
        <span className="iter-monitor-badges">
          <CaseBadges row={row} />
          {row.state === 'ACTIVE' && row.dueDate && <DueBadge due={row.dueDate} />}
          {row.officeLabel}
        </span>
      }
      back={
        parent
          ? {
              to: paths.case(parent.processInstanceKey),
              label: t('case.backToParent', { title: parent.processTitle }),
            }
          : { to: paths.cases(), label: t('case.back') }
      }
      actions={
        <>
          {(abilities.suspend || abilities.resume) && (
            <Button look="outline" onClick={() => setDialog('suspend')}>
              {t(row.suspended ? 'resume.open' : 'suspend.open')}
            </Button>
          )}
          {abilities.cancel && (
            <Button look="outline" onClick={() => setDialog('cancel')}>
              {t('cancel.open')}
            </Button>
          )}
        </>
      }
    >
      <div className="iter-column">
        {detail.incidents.length > 0 && <CaseIncidents detail={detail} />}
        <CaseDiagram detail={detail} selected={selected} onSelect={setSelected} />
        <div className="iter-columns">
          <div className="iter-column">
            <CaseSteps detail={detail} selected={selected} onSelect={setSelected} />
            <CaseVariables detail={detail} />
          </div>
          <div className="iter-column">
            <CaseFacts detail={detail} />
            <CaseOperations detail={detail} />
            {detail.calls.length > 0 && <CaseCalls detail={detail} />}
            <CaseNotices processInstanceKey={row.processInstanceKey} />
          </div>
        </div>
      </div>
      <CancelDialog open={dialog === 'cancel'} onClose={close} detail={detail} />
      <SuspendDialog open={dialog === 'suspend'} onClose={close} detail={detail} />
    </Page>
  );
}
