import type { CaseDetail } from '@iter/contract';

/**
 * Incidents at elements that are no step of the case (a decision whose condition cannot be told): the diagram and
 * the list of steps would not show where the case stands.
 */
export function silentIncidents(detail: Pick<CaseDetail, 'steps' | 'incidents'>): CaseDetail['incidents'] {
  const told = new Set(detail.steps.map(({ incidentKey }) => incidentKey));
  return detail.incidents.filter(({ incidentKey }) => !told.has(incidentKey));
}
