import type { Database } from '../database.ts';
import { FAILURES_FORGOTTEN_AFTER_MS, lockSeconds } from './back-off.ts';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.ts';

export interface Credentials {
  readonly tenantId: string;
  readonly username: string;
  readonly password: string;
}

/** `wrong-credentials` says neither whether the name exists nor whether it is active. */
export type SignInResult =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly reason: 'wrong-credentials' }
  | { readonly ok: false; readonly reason: 'locked'; readonly retryAfterSeconds: number };

export interface SignIn {
  /** Checks a name and a password, counting failures; opens no session. */
  verify(credentials: Credentials): Promise<SignInResult>;
}

/** @param now real time in epoch milliseconds; a pinned tenant clock must not freeze a lock */
export function createSignIn(database: Database, now: () => number): SignIn {
  return { verify: (credentials) => verifyCredentials(database, now(), credentials) };
}

async function verifyCredentials(
  database: Database,
  at: number,
  credentials: Credentials,
): Promise<SignInResult> {
  const username = normalize(credentials.username);
  const { tenantId, password } = credentials;
  const locked = await secondsLocked(database, at, tenantId, username);
  if (locked > 0) return { ok: false, reason: 'locked', retryAfterSeconds: locked };
  const [person] = await database.query<{ password_hash: string | null }>(
    'SELECT password_hash FROM person WHERE tenant_id = $1 AND user_id = $2 AND active',
    [tenantId, username],
  );
  if (!(await passwordMatches(person?.password_hash, password))) {
    await countFailure(database, at, tenantId, username);
    return { ok: false, reason: 'wrong-credentials' };
  }
  // Guesses that were sent together and passed the first check must not outrun the lock they set off.
  const lockedMeanwhile = await secondsLocked(database, at, tenantId, username);
  if (lockedMeanwhile > 0) return { ok: false, reason: 'locked', retryAfterSeconds: lockedMeanwhile };
  await database.query('DELETE FROM sign_in_failure WHERE tenant_id = $1 AND username = $2', [
    tenantId,
    username,
  ]);
  if (person?.password_hash && isOutdatedHash(person.password_hash)) {
    const renewed = await hashPassword(password);
    await database.query('UPDATE person SET password_hash = $3 WHERE tenant_id = $1 AND user_id = $2', [
      tenantId,
      username,
      renewed,
    ]);
  }
  return { ok: true, userId: username };
}

/** User names are lower case; what does not fit a column of names is cut, not refused with another answer. */
function normalize(username: string): string {
  return username.trim().toLowerCase().slice(0, 256).replaceAll('\0', '');
}

async function secondsLocked(
  database: Database,
  at: number,
  tenantId: string,
  username: string,
): Promise<number> {
  const [row] = await database.query<{ locked_until: Date }>(
    'SELECT locked_until FROM sign_in_failure WHERE tenant_id = $1 AND username = $2 AND locked_until > $3',
    [tenantId, username, new Date(at)],
  );
  return row ? Math.ceil((row.locked_until.getTime() - at) / 1000) : 0;
}

async function countFailure(
  database: Database,
  at: number,
  tenantId: string,
  username: string,
): Promise<void> {
  const forgotten = new Date(at - FAILURES_FORGOTTEN_AFTER_MS);
  const [row] = await database.query<{ failures: number }>(
    `INSERT INTO sign_in_failure AS f (tenant_id, username, failures, last_at)
     VALUES ($1, $2, 1, $3)
     ON CONFLICT (tenant_id, username) DO UPDATE
       SET failures = CASE WHEN f.last_at < $4 THEN 1 ELSE f.failures + 1 END, last_at = $3
     RETURNING failures`,
    [tenantId, username, new Date(at), forgotten],
  );
  const seconds = lockSeconds(row?.failures ?? 1);
  if (seconds > 0) {
    await database.query(
      'UPDATE sign_in_failure SET locked_until = $3 WHERE tenant_id = $1 AND username = $2',
      [tenantId, username, new Date(at + seconds * 1000)],
    );
  }
  // Names that never existed would pile up; whoever fails next clears what is forgotten.
  await database.query('DELETE FROM sign_in_failure WHERE last_at < $1', [forgotten]);
}
