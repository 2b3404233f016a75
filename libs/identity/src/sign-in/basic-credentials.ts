import { createHmac, randomBytes } from 'node:crypto';
import { createTimedCache } from '../viewer/timed-cache.ts';
import type { Credentials, SignIn, SignInResult } from './sign-in.ts';

/** How long a checked pair of name and password is believed without comparing its hash again. */
const BELIEVED_MS = 60_000;

/**
 * Basic authentication for machine clients, who send their password with every request: argon2id at each
 * would cost more than the request itself. Passwords are kept only as a keyed hash of this process. A
 * password that was changed or a person who was blocked is noticed after a minute at the latest.
 */
export function createBasicCredentials(signIn: SignIn, now: () => number): SignIn {
  const secret = randomBytes(32);
  const checked = createTimedCache<SignInResult>({ lifetimeMs: BELIEVED_MS, capacity: 1000, now });
  return {
    verify(credentials: Credentials) {
      const { tenantId, username, password } = credentials;
      const key = createHmac('sha256', secret)
        .update(JSON.stringify([tenantId, username, password]))
        .digest('base64');
      // Refusals are not kept: each must count as an attempt.
      return checked.get(
        key,
        () => signIn.verify(credentials),
        (result) => result.ok,
      );
    },
  };
}
