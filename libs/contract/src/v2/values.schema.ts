import { z } from 'zod';

/**
 * A key as clients see it: a decimal string (never a JSON number, which would lose digits beyond 2^53).
 * Negative keys are never issued; the sign is accepted because Camunda's own schema accepts it, and such a
 * key is simply not found.
 */
export const key = z
  .string()
  .regex(/^-?[0-9]{1,19}$/, 'Expected a key of decimal digits.')
  .describe('Key: a decimal string.');

export const tenantId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^(<default>|[A-Za-z0-9_@.+-]+)$/)
  .describe('Tenant; `<default>` when there is one only.');

export const processDefinitionId = z
  .string()
  .min(1)
  .regex(/^[\p{L}_][\p{L}\p{N}_\-.]*$/u)
  .describe('Identifier of the process in the diagram (`bpmn:process id`).');

export const elementId = z.string().min(1).describe('Identifier of the element in the diagram.');

/** ISO 8601 date-time in UTC, as every answer gives it. */
export const dateTime = z.iso.datetime().describe('Date and time, ISO 8601, UTC.');

/** ISO 8601 date-time with `Z` or an offset, as requests may give it. */
export const dateTimeInput = z.iso.datetime({ offset: true }).describe('Date and time, ISO 8601.');

export const tagSet = z
  .array(
    z
      .string()
      .min(1)
      .max(100)
      .regex(/^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/),
  )
  .max(10)
  .describe('At most ten tags.');

export const businessId = z.string().min(1).max(256).describe('Case number: `<office>/<year>/<number>`.');

export const operationReference = z.coerce.number().int().gte(1).describe('Free reference of the caller.');

/**
 * Process variables. Values are any JSON; the server keeps every number to the letter (`1.10`,
 * `12345678901234567890`), so do not compare what comes back with `===` on parsed numbers of that size.
 */
export const variables = z
  .record(z.string(), z.unknown())
  .describe('Variables by name; values are any JSON.');

export const formId = z.string().min(1);
