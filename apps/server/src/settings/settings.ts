import { z } from 'zod';
import type { MailSettings } from '../engine/workers/mail.worker.ts';

const flag = z.stringbool({
  truthy: ['true', '1', 'yes', 'on'],
  falsy: ['false', '0', 'no', 'off'],
  error: 'Expected true or false',
});

const port = z.coerce
  .number({ error: 'Expected a number' })
  .int({ error: 'Expected a whole number' })
  .min(0, { error: 'Expected 0 or more' })
  .max(65_535, { error: 'Expected 65535 or less' });

const variables = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'Expected an address that begins with postgres://'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'Expected an address that begins with redis://')
    .optional(),
  ITER_HOME: z.string().min(1).default('.iter'),
  ITER_ROLE: z.enum(['all', 'api', 'worker'], { error: 'Expected all, api or worker' }).default('all'),
  ITER_DEMO: flag.default(false),
  ITER_TEST_CLOCK: flag.default(false),
  ITER_HTTP_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^(\*\.)?[a-z0-9.-]+(:\d+)?$/,
            'Expected host names, with ports where needed, and commas between them',
          ),
      ),
    )
    .default([]),
  ITER_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'Expected an address that begins with smtp:// or smtps://')
    .optional(),
  ITER_MAIL_FROM: z.string().min(3).optional(),
  NODE_ENV: z.string().default('development'),
});

/** What the environment decides, checked. */
export interface Settings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Absent: background work is queued in PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly home: string;
  /** `api` serves HTTP and runs turns; `worker` adds timers, jobs and followers; `all` is both. */
  readonly role: 'all' | 'api' | 'worker';
  /** Demo organisation, people with a known password, sample cases. */
  readonly demo: boolean;
  /** `/v2/clock` may pin the clock. */
  readonly testClock: boolean;
  /** Hosts that service tasks may call; none unless told. */
  readonly httpHosts: readonly string[];
  /** Where mail is given to; undefined: none goes out. */
  readonly mail: MailSettings | undefined;
  readonly production: boolean;
}

/** Every variable that is wrong, one sentence each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * @param environment usually `process.env`; an empty value counts as absent
 * @throws SettingsError naming each variable that is wrong
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(describe).join('\n'));
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  refuseInProduction(production, 'ITER_DEMO', value.ITER_DEMO);
  refuseInProduction(production, 'ITER_TEST_CLOCK', value.ITER_TEST_CLOCK);
  return {
    port: value.PORT,
    // Demo people have a known password: they must not be reachable from other machines by default.
    host: value.HOST ?? (value.ITER_DEMO ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    home: value.ITER_HOME,
    role: value.ITER_ROLE,
    demo: value.ITER_DEMO,
    testClock: value.ITER_TEST_CLOCK,
    httpHosts: value.ITER_HTTP_HOSTS,
    mail: mailSettings(value.ITER_SMTP_URL, value.ITER_MAIL_FROM),
    production,
  };
}

function mailSettings(url: string | undefined, from: string | undefined): MailSettings | undefined {
  if (url !== undefined && from !== undefined) return { url, from };
  if (url === undefined && from === undefined) return undefined;
  throw new SettingsError('ITER_SMTP_URL and ITER_MAIL_FROM belong together: set both or none.');
}

function describe(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.');
  const missing = issue.code === 'invalid_type' && name === 'DATABASE_URL';
  return missing
    ? 'DATABASE_URL is not set: start Iter with npm start, which brings its own database, or name one.'
    : `${name} is not valid: ${issue.message}.`;
}

function refuseInProduction(production: boolean, name: string, on: boolean): void {
  if (production && on) {
    throw new SettingsError(
      `${name} cannot be on together with NODE_ENV=production: switch one of them off.`,
    );
  }
}
