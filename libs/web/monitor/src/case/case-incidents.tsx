import type { CaseDetail } from '@iter/contract';
import { Button, Callout, useApi, useDates, useInvalidate, useTexts, useToasts } from '@iter/web-kit';
import { useMutation } from '@tanstack/react-query';

type Incident = CaseDetail['incidents'][number];

/** Where the case cannot go on, why, and the way to try again once the cause is mended. */
export function CaseIncidents({ detail }: { detail: CaseDetail }) {
  const t = useTexts('monitor');
  return (
    <section aria-label={t('incidents.title')} className="iter-column">
      {detail.incidents.map((incident) => (
        <IncidentCard key={incident.incidentKey} incident={incident} canResolve={detail.abilities.resolve} />
      ))}
    </section>
  );
}

function IncidentCard({ incident, canResolve }: { incident: Incident; canResolve: boolean }) {
  const t = useTexts('monitor');
  const dates = useDates();
  const api = useApi();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const retry = useMutation({
    mutationFn: () => api.resolveIncident({ params: { incidentKey: incident.incidentKey } }),
    onSuccess: () => toasts.success(t('incidents.retried', { step: incident.elementName })),
    onError: toasts.error,
    onSettled: () => invalidate('cases', 'tasks'),
  });
  return (
    <Callout
      kind="danger"
      title={t('incidents.stopped', { step: incident.elementName })}
      actions={
        canResolve && (
          <Button look="outline" small icon="refresh" busy={retry.isPending} onClick={() => retry.mutate()}>
            {t('incidents.retry')}
          </Button>
        )
      }
    >
      <p>{t(`incidents.codes.${incident.code}`, incident.params)}</p>
      <p className="iter-monitor-cause">
        <span className="iter-row-sub">{t('incidents.technical')}</span>
        {incident.errorMessage}
      </p>
      <p className="iter-row-sub">
        {t('incidents.since', { when: dates.shortDateTime(incident.creationTime) })}
      </p>
      {canResolve && <p>{t('incidents.how')}</p>}
    </Callout>
  );
}
