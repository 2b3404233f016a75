import { randomBytes } from 'node:crypto';
import { argon2Verify, argon2id } from 'hash-wasm';

/** OWASP's smallest recommendation for argon2id: 19 MiB, two passes, one lane; about 25 ms on one core. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 } as const;
const COST_IN_HASH = `$m=${COST.memorySize},t=${COST.iterations},p=${COST.parallelism}$`;

// WebAssembly, not a native module: those are compiled, or come compiled for another machine.

/** More at once would only wait for the cores, and each holds its 19 MiB meanwhile. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() =>
    argon2id({ ...COST, password, salt: randomBytes(16), hashLength: 32, outputType: 'encoded' }),
  );
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a stored hash. Without a hash (nobody has that name, or the person signs in
 * elsewhere) a decoy is compared, so that the time taken tells nothing.
 */
export async function passwordMatches(
  encoded: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const reference = encoded ?? (await decoy);
  const matches = await inTurn(() => argon2Verify({ password, hash: reference }));
  return matches && encoded !== null && encoded !== undefined;
}

/** True where a hash was made at another cost than today's. */
export function isOutdatedHash(encoded: string): boolean {
  return !encoded.includes(COST_IN_HASH);
}
