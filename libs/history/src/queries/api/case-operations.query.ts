import type { CaseOperation, CaseOperationType } from '@iter/contract';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';
import { iso } from '../rows.ts';
import { loadLabels } from './labels.ts';
import type { WorkplaceReader } from './workplace-reader.ts';

/** More than anybody reads. */
const MOST_OPERATIONS = 200;

interface OperationColumns {
  readonly process_instance_key: string;
  readonly operation: CaseOperationType;
  readonly at: Date;
  readonly by_user: string | null;
  readonly reason: string | null;
  readonly details: CaseOperation['details'];
}

/** What people did to an instance as a whole, the latest first. The caller has made sure that the viewer sees it. */
export async function caseOperations(
  reader: WorkplaceReader,
  processInstanceKey: string,
): Promise<CaseOperation[]> {
  const rows = await find(reader, processInstanceKey);
  const labels = await loadLabels(
    reader,
    rows.map((row) => row.by_user),
  );
  return rows.map((row) => ({
    processInstanceKey: row.process_instance_key,
    operation: row.operation,
    at: iso(row.at),
    who: labels.personOrNull(row.by_user),
    reason: row.reason,
    details: row.details,
  }));
}

function find({ database, viewer }: Reader, processInstanceKey: string): Promise<OperationColumns[]> {
  return database.query<OperationColumns>(
    `SELECT process_instance_key, operation, at, by_user, reason, details FROM case_operation
      WHERE tenant_id = $1 AND process_instance_key = $2::bigint
      ORDER BY turn DESC LIMIT ${MOST_OPERATIONS}`,
    [viewer.tenantId, keyParameter(processInstanceKey)],
  );
}
