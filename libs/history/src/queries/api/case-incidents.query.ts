import type { CaseDetail, IncidentCode } from '@iter/contract';
import { searchIncidentsOfInstance } from '../v2/incidents.query.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

interface Told {
  readonly incident_key: string;
  readonly code: IncidentCode;
  readonly step: string;
  readonly job_type: string | null;
  readonly error_code: string | null;
}

/** The open incidents of an instance and of all that it called, with what their texts need. */
export async function caseIncidents(
  reader: WorkplaceReader,
  processInstanceKey: string,
): Promise<CaseDetail['incidents']> {
  const { items } = await searchIncidentsOfInstance(reader, processInstanceKey, {
    filter: { state: 'ACTIVE' },
  });
  if (items.length === 0) return [];
  const rows = await reader.database.query<Told>(
    // An error that nobody catches leaves no open job: its code is the last job's, or in the message of an event.
    `SELECT i.incident_key, i.code, coalesce(e.name, e.element_id) AS step, j.type AS job_type,
            coalesce(j.error_code, substring(i.message FROM '^Expected error ''([^'']+)''')) AS error_code
       FROM incident i
       JOIN element_instance e
         ON e.process_instance_key = i.process_instance_key AND e.element_instance_key = i.element_instance_key
       LEFT JOIN LATERAL (
         SELECT job.type, job.error_code FROM job
          WHERE job.process_instance_key = i.process_instance_key
            AND (job.job_key = i.job_key OR i.job_key IS NULL AND job.element_instance_key = i.element_instance_key)
          ORDER BY job.job_key DESC LIMIT 1) j ON true
      WHERE i.resolved_at IS NULL AND i.incident_key = ANY ($1::bigint[])`,
    [items.map(({ incidentKey }) => incidentKey)],
  );
  const told = new Map(rows.map((row) => [row.incident_key, row]));
  return items.map((incident) => {
    const row = told.get(incident.incidentKey);
    const elementName = row?.step ?? incident.elementId;
    return {
      ...incident,
      elementName,
      code: row?.code ?? 'UNKNOWN',
      params: { step: elementName, jobType: row?.job_type ?? '', errorCode: row?.error_code ?? '' },
    };
  });
}
