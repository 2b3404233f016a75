import type { Database, TransactionalDatabase } from '@iter/identity';

export interface CaseDeletion {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  readonly userId: string;
  readonly reason: string | null;
  /** The tenant's now. */
  readonly at: number;
}

/** Tables whose rows belong to an instance. Their keys are decimal; some are kept by the instance's number. */
const BY_KEY = [
  'element_instance',
  'user_task',
  'job',
  'incident',
  'decision_instance',
  'taken_flow',
  'case_operation',
  'notification',
  'publication',
  'variable',
  'process_instance',
];
const BY_NUMBER = ['instance_alias', 'history', 'instance'];

interface FoundCase {
  readonly key: string;
  readonly root: string;
  readonly state: string;
  readonly business_id: string | null;
}

/**
 * Deletes an instance that has ended and all that it called, with their history, in one transaction; that it was
 * deleted, by whom and why, is all that stays. Nothing is done and false answered where something of it still runs.
 */
export function deleteCase(database: TransactionalDatabase, deletion: CaseDeletion): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const { processInstanceKey } = deletion;
    const found = await transaction.query<FoundCase>(
      `WITH RECURSIVE below AS (
         SELECT process_instance_key FROM process_instance WHERE process_instance_key = $1::bigint AND tenant_id = $2
         UNION ALL
         SELECT called.process_instance_key
           FROM below JOIN process_instance called ON called.parent_key = below.process_instance_key)
       SELECT c.process_instance_key AS key, c.root_key AS root, c.state, c.business_id
         FROM below JOIN process_instance c USING (process_instance_key)
        ORDER BY c.process_instance_key FOR UPDATE OF c`,
      [processInstanceKey, deletion.tenantId],
    );
    const own = found.find(({ key }) => key === processInstanceKey);
    if (!own || found.some(({ state }) => state === 'ACTIVE')) return false;
    await removeRows(
      transaction,
      found.map(({ key }) => key),
    );
    await transaction.query(
      `INSERT INTO case_operation (process_instance_key, turn, tenant_id, root_key, operation, at, by_user, reason, details)
       VALUES ($1, 0, $2, $3, 'deleted', $4, $5, $6, $7)`,
      [
        processInstanceKey,
        deletion.tenantId,
        own.root,
        new Date(deletion.at),
        deletion.userId,
        deletion.reason,
        JSON.stringify({ businessId: own.business_id }),
      ],
    );
    return true;
  });
}

async function removeRows(transaction: Database, keys: readonly string[]): Promise<void> {
  await transaction.query(`DELETE FROM case_participant WHERE root_key = ANY ($1::bigint[])`, [keys]);
  for (const table of BY_KEY)
    await transaction.query(`DELETE FROM "${table}" WHERE process_instance_key = ANY ($1::bigint[])`, [keys]);
  for (const table of BY_NUMBER)
    await transaction.query(
      `DELETE FROM "${table}" WHERE "instance" IN (SELECT key >> 21 FROM unnest($1::bigint[]) AS deleted (key))`,
      [keys],
    );
}
