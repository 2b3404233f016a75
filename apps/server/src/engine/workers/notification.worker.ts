import type { ActivatedJob, BuiltInWorker } from '@iter/engine-runtime';
import { NotificationEntity, NotificationRecipientEntity } from '@iter/history';
import { listPeople } from '@iter/identity';
import type { DataSource } from 'typeorm';
import { dayOf } from '../../tenant.ts';
import { listVariable, textVariable } from './job-variables.ts';

interface NotificationParts {
  readonly database: DataSource;
  /** The tenant's now, milliseconds. */
  readonly now: (tenantId: string) => number;
  readonly announce: (tenantId: string, topics: readonly string[]) => void;
}

/**
 * Answers service tasks of type `iter:notification`: a notice to people. Inputs: `destinatari` (a list of user
 * ids, `role` or `role@office`), `oggetto`, `testo`. The notice has the key of its job, so that a job that runs
 * twice tells once. Recipients are those of this moment: who gets the role tomorrow was not told today.
 */
export function notificationWorker({ database, now, announce }: NotificationParts): BuiltInWorker {
  return {
    type: 'iter:notification',
    timeoutMs: 60_000,
    concurrency: 4,
    async handle(job) {
      const at = now(job.tenantId);
      const recipients = await recipientsOf(database, job, at);
      await save(database, job, recipients, new Date(at));
      announce(job.tenantId, ['notifications', `cases:${job.rootProcessInstanceKey}`]);
      return {};
    },
  };
}

async function recipientsOf(database: DataSource, job: ActivatedJob, at: number): Promise<string[]> {
  const wanted = new Set(listVariable(job, 'destinatari'));
  const people = await listPeople(database, job.tenantId, dayOf(at), 'it');
  return people
    .filter(({ userId, groups }) => wanted.has(userId) || groups.some((group) => wanted.has(group)))
    .map(({ userId }) => userId);
}

async function save(
  database: DataSource,
  job: ActivatedJob,
  recipients: readonly string[],
  createdAt: Date,
): Promise<void> {
  const { tenantId, jobKey: notificationKey, processInstanceKey } = job;
  await database.transaction(async (transaction) => {
    await transaction
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values({
        notificationKey,
        tenantId,
        processInstanceKey,
        subject: textVariable(job, 'oggetto') ?? '',
        text: textVariable(job, 'testo') ?? '',
        createdAt,
      })
      .orIgnore()
      .execute();
    if (recipients.length === 0) return;
    await transaction
      .createQueryBuilder()
      .insert()
      .into(NotificationRecipientEntity)
      .values(recipients.map((userId) => ({ tenantId, userId, notificationKey, readAt: null })))
      .orIgnore()
      .execute();
  });
}
