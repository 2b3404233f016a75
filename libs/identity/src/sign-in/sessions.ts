import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database.ts';

/** All in milliseconds of real time. */
export interface SessionSettings {
  /** A session ends when nothing was asked for so long. */
  readonly idle: number;
  /** A session ends so long after the sign-in, whatever happens. */
  readonly lifetime: number;
  /** The token is exchanged for a new one after so long; the old one lives on for `grace`. */
  readonly rotation: number;
  readonly grace: number;
}

const HOUR = 3_600_000;
export const SESSION_SETTINGS: SessionSettings = {
  idle: 2 * HOUR,
  lifetime: 12 * HOUR,
  rotation: HOUR,
  grace: 60_000,
};

/** How exact `seen_at` is: a write per request would cost more than the request. */
const SEEN_STEP = 60_000;

export interface OpenedSession {
  /** Goes into the cookie and nowhere else. */
  readonly token: string;
  readonly csrfToken: string;
  /** Epoch milliseconds of the end of its life. */
  readonly expiresAt: number;
}
export interface ResolvedSession {
  readonly tenantId: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly expiresAt: number;
  /** Present when the caller must set the cookie anew. */
  readonly rotatedToken?: string;
}

export interface Sessions {
  open(person: { readonly tenantId: string; readonly userId: string }): Promise<OpenedSession>;
  /** The session a token stands for; undefined where it has ended or never was. */
  resolve(token: string): Promise<ResolvedSession | undefined>;
  close(token: string): Promise<void>;
  closeAll(person: { readonly tenantId: string; readonly userId: string }): Promise<void>;
}

interface SessionRow {
  readonly session_id: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly current: boolean;
  readonly csrf_token: string;
  readonly seen_at: Date;
  readonly rotated_at: Date;
  readonly expires_at: Date;
}

/** @param now real time in epoch milliseconds; sessions do not follow the clock of a tenant */
export function createSessions(
  database: Database,
  now: () => number,
  settings: SessionSettings = SESSION_SETTINGS,
): Sessions {
  return {
    open: (person) => openSession(database, now(), settings, person),
    resolve: (token) => resolveSession(database, now(), settings, token),
    async close(token) {
      await database.query('DELETE FROM session WHERE token_hash = $1 OR previous_hash = $1', [
        hashToken(token),
      ]);
    },
    async closeAll({ tenantId, userId }) {
      await database.query('DELETE FROM session WHERE tenant_id = $1 AND user_id = $2', [tenantId, userId]);
    },
  };
}

async function openSession(
  database: Database,
  at: number,
  settings: SessionSettings,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<OpenedSession> {
  const token = newToken();
  const csrfToken = newToken();
  const expiresAt = at + settings.lifetime;
  await database.query('DELETE FROM session WHERE expires_at < $1 OR seen_at < $2', [
    new Date(at),
    new Date(at - settings.idle),
  ]);
  await database.query(
    `INSERT INTO session (tenant_id, user_id, token_hash, csrf_token, created_at, seen_at, rotated_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $5, $5, $6)`,
    [tenantId, userId, hashToken(token), csrfToken, new Date(at), new Date(expiresAt)],
  );
  return { token, csrfToken, expiresAt };
}

async function resolveSession(
  database: Database,
  at: number,
  settings: SessionSettings,
  token: string,
): Promise<ResolvedSession | undefined> {
  const tokenHash = hashToken(token);
  const [row] = await database.query<SessionRow>(
    `SELECT session_id, s.tenant_id, s.user_id, token_hash = $1 AS current, csrf_token, seen_at, rotated_at, expires_at
       FROM session s JOIN person p ON p.tenant_id = s.tenant_id AND p.user_id = s.user_id AND p.active
      WHERE (token_hash = $1 OR (previous_hash = $1 AND rotated_at > $2)) AND expires_at > $3 AND seen_at > $4`,
    [tokenHash, new Date(at - settings.grace), new Date(at), new Date(at - settings.idle)],
  );
  if (!row) return undefined;
  const resolved: ResolvedSession = {
    tenantId: row.tenant_id,
    userId: row.user_id,
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at.getTime(),
  };
  if (row.current && row.rotated_at.getTime() <= at - settings.rotation) {
    const rotatedToken = await rotate(database, at, row.session_id, tokenHash);
    return rotatedToken === undefined ? resolved : { ...resolved, rotatedToken };
  }
  if (row.seen_at.getTime() <= at - SEEN_STEP) {
    await database.query('UPDATE session SET seen_at = $2 WHERE session_id = $1', [
      row.session_id,
      new Date(at),
    ]);
  }
  return resolved;
}

/** Of requests that come together one wins; the others go on with the old token, which is in its grace. */
async function rotate(
  database: Database,
  at: number,
  sessionId: string,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const token = newToken();
  const rows = await database.query(
    `WITH rotated AS (
       UPDATE session SET token_hash = $3, previous_hash = $2, rotated_at = $4, seen_at = $4
        WHERE session_id = $1 AND token_hash = $2 RETURNING 1)
     SELECT 1 FROM rotated`,
    [sessionId, tokenHash, hashToken(token), new Date(at)],
  );
  return rows.length > 0 ? token : undefined;
}

/** 256 random bits; the hash needs no salt, nobody can guess them. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares what a request sent as its CSRF token without telling by time how much was right. */
export function sameToken(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  return timingSafeEqual(hashToken(expected), hashToken(given));
}
