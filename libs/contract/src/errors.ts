import { z } from 'zod';

/**
 * Every reason for which the server refuses a request. The web app and the mails show the text of the
 * dictionary (`errors:<code>.title`, `errors:<code>.detail`); clients decide by the code, never by a text.
 */
export const errorCodes = [
  'VALIDATION',
  'BAD_JSON',
  'UNSUPPORTED_MEDIA_TYPE',
  'BODY_TOO_LARGE',
  'BAD_MULTIPART',
  'UNAUTHENTICATED',
  'WRONG_CREDENTIALS',
  'TOO_MANY_ATTEMPTS',
  'CSRF',
  'FORBIDDEN',
  'TASK_NOT_YOURS',
  'PROCESS_NOT_YOURS',
  'OFFICE_NOT_YOURS',
  'UNKNOWN_PERSON',
  'NOT_CANDIDATE',
  'NO_SUCH_ROUTE',
  'NOT_FOUND',
  'TASK_ENDED',
  'TASK_ALREADY_ASSIGNED',
  'WRONG_STATE',
  'CASE_SUSPENDED',
  'MIGRATION_REFUSED',
  'ALREADY_EXISTS',
  'DRAFT_CHANGED',
  'NOT_XML',
  'NOT_BPMN',
  'DIAGRAM_INVALID',
  'FORM_INVALID',
  'FORM_VALUE_INVALID',
  'FORM_OUTDATED',
  'NO_START_FORM',
  'CLOCK_FIXED',
  'REJECTED',
  'TIMEOUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const errorCode = z.enum(errorCodes);

/** A field that the request got wrong. */
export const invalidField = z.object({
  field: z.string().describe('Path of the field, `filter.state.$in[0]` or the key of a form field.'),
  rule: z.string().describe('What it broke: `required`, `type`, `min`, `pattern`, …'),
  message: z.string().describe('In the language of the request.'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type InvalidField = z.output<typeof invalidField>;

export const severity = z.enum(['error', 'warning', 'info']);

/** Something wrong in a diagram, a form or a decision. */
export const diagramProblem = z.object({
  resourceName: z.string().nullable().describe('File it is in.'),
  elementId: z.string().nullable(),
  elementName: z.string().nullable(),
  rule: z.string().describe('Rule that is broken, by its id (`DEP-9`, `user-task-candidates`, `xml` …).'),
  severity,
  message: z.string().describe('What is wrong, in the language of the request.'),
  expected: z.string().nullable().describe('What would be right.'),
  line: z.int().nullable().describe('Counted from 1.'),
  column: z.int().nullable().describe('Counted from 1.'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type DiagramProblem = z.output<typeof diagramProblem>;

/** Body of every answer that is no success: RFC 9457 problem details with our members. */
export const problemDetails = z
  .object({
    type: z.string().default('about:blank'),
    title: z.string(),
    status: z.int().gte(400).lte(599),
    detail: z.string(),
    instance: z.string().describe('Path that was asked for.'),
    code: errorCode,
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    fields: z.array(invalidField).optional().describe('With VALIDATION and FORM_VALUE_INVALID.'),
    problems: z.array(diagramProblem).optional().describe('With NOT_XML, NOT_BPMN and DIAGRAM_INVALID.'),
  })
  .describe('Why the request was refused.');
export type ProblemDetails = z.output<typeof problemDetails>;

/** Thrown by the client for every answer that is no success. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}
