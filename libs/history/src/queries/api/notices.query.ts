import type { Notification, NotificationsResult, Publication } from '@iter/contract';
import { sqlParameters, visibleCase, type Database } from '@iter/identity';
import { keyParameter } from '../../search/filter.ts';
import type { Reader } from '../reader.ts';
import { iso, isoOrNull } from '../rows.ts';
import { calledBy } from '../v2/incidents.query.ts';

/** The latest that the bell shows. */
const SHOWN = 200;

const FROM = `notification n
  LEFT JOIN process_instance c ON c.process_instance_key = n.process_instance_key
  LEFT JOIN process_instance root ON root.process_instance_key = c.root_key
  LEFT JOIN process_definition d ON d.definition_key = root.process_definition_key
  LEFT JOIN process_fact fact ON fact.tenant_id = root.tenant_id AND fact.process_id = root.process_id`;
const SELECT = `n.notification_key, n.subject, n.text, n.created_at, root.process_instance_key, root.business_id,
  coalesce(fact.title, d.name, root.process_id) AS process_title`;

interface NotificationRow {
  readonly notification_key: string;
  readonly subject: string;
  readonly text: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
  readonly process_instance_key: string | null;
  readonly business_id: string | null;
  readonly process_title: string | null;
}

/** `GET /api/notifications`: those of the viewer, the newest first. */
export async function listNotifications({ database, viewer }: Reader): Promise<NotificationsResult> {
  const parameters = [viewer.tenantId, viewer.userId];
  const mine = 'r.tenant_id = $1 AND r.user_id = $2';
  const [rows, [count]] = await Promise.all([
    database.query<NotificationRow>(
      `SELECT ${SELECT}, r.read_at FROM notification_recipient r
         JOIN (${FROM}) ON n.notification_key = r.notification_key
        WHERE ${mine} ORDER BY r.notification_key DESC LIMIT ${SHOWN}`,
      parameters,
    ),
    database.query<{ unread: number }>(
      `SELECT count(*)::integer AS unread FROM notification_recipient r WHERE ${mine} AND r.read_at IS NULL`,
      parameters,
    ),
  ]);
  return { items: rows.map(notification), unread: count?.unread ?? 0 };
}

/** `GET /api/notifications?processInstanceKey=`: those of a case the viewer sees, whoever they went to. */
export async function listCaseNotifications(
  { database, viewer }: Reader,
  processInstanceKey: string,
): Promise<NotificationsResult> {
  const parameters = sqlParameters();
  const key = parameters.add(keyParameter(processInstanceKey));
  const user = parameters.add(viewer.userId);
  const rows = await database.query<NotificationRow>(
    `SELECT ${SELECT}, r.read_at FROM ${FROM}
       LEFT JOIN notification_recipient r
         ON r.notification_key = n.notification_key AND r.tenant_id = n.tenant_id AND r.user_id = ${user}
      WHERE n.process_instance_key IN (${calledBy(viewer, key, parameters)})
        AND ${visibleCase(viewer, 'c', parameters)}
      ORDER BY n.notification_key DESC LIMIT ${SHOWN}`,
    parameters.values,
  );
  return { items: rows.map(notification), unread: 0 };
}

/**
 * `POST /api/notifications/{key}/read`. A second time changes nothing.
 *
 * @param now epoch milliseconds of the tenant's clock
 * @returns false where the viewer got no such notification
 */
export async function markNotificationRead(
  { database, viewer }: Reader,
  notificationKey: string,
  now: number,
): Promise<boolean> {
  const rows = await database.query(
    `WITH read AS (
       UPDATE notification_recipient SET read_at = coalesce(read_at, $4)
        WHERE tenant_id = $1 AND user_id = $2 AND notification_key = $3::bigint RETURNING 1)
     SELECT 1 FROM read`,
    [viewer.tenantId, viewer.userId, keyParameter(notificationKey), new Date(now)],
  );
  return rows.length > 0;
}

interface PublicationRow {
  readonly publication_key: string;
  readonly title: string;
  readonly link: string | null;
  readonly published_on: string;
  readonly until: string | null;
  readonly process_title: string | null;
  readonly process_code: string | null;
  readonly business_id: string | null;
}

/**
 * `GET /api/publications`: the acts that are public on a day, the newest first. Open to everybody, signed in or
 * not: nothing of the case is shown but its number and process.
 *
 * @param today the tenant's day, `YYYY-MM-DD`
 */
export async function listPublications(
  database: Database,
  tenantId: string,
  today: string,
): Promise<Publication[]> {
  const rows = await database.query<PublicationRow>(
    `SELECT p.publication_key, p.title, p.link, p.published_on::text, p.until::text,
            coalesce(fact.title, d.name, root.process_id) AS process_title, fact.code AS process_code, root.business_id
       FROM publication p
       LEFT JOIN process_instance c ON c.process_instance_key = p.process_instance_key
       LEFT JOIN process_instance root ON root.process_instance_key = c.root_key
       LEFT JOIN process_definition d ON d.definition_key = root.process_definition_key
       LEFT JOIN process_fact fact ON fact.tenant_id = root.tenant_id AND fact.process_id = root.process_id
      WHERE p.tenant_id = $1 AND p.published_on <= $2::date AND (p.until IS NULL OR p.until >= $2::date)
      ORDER BY p.published_on DESC, p.publication_key DESC LIMIT 1000`,
    [tenantId, today],
  );
  return rows.map((row) => ({
    publicationKey: row.publication_key,
    title: row.title,
    link: row.link,
    publishedOn: row.published_on,
    until: row.until,
    processTitle: row.process_title,
    processCode: row.process_code,
    businessId: row.business_id,
  }));
}

function notification(row: NotificationRow): Notification {
  return {
    notificationKey: row.notification_key,
    subject: row.subject,
    text: row.text,
    createdAt: iso(row.created_at),
    readAt: isoOrNull(row.read_at),
    processInstanceKey: row.process_instance_key,
    businessId: row.business_id,
    processTitle: row.process_title,
  };
}
