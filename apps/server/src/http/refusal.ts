import type { DiagramProblem, ErrorCode, InvalidField } from '@iter/contract';

type Params = Readonly<Record<string, string | number | boolean>>;

export interface RefusalDetails {
  readonly params?: Params;
  readonly fields?: readonly InvalidField[];
  readonly problems?: readonly DiagramProblem[];
  /** Seconds after which the same request may be tried again. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A request that cannot be done, for a reason of the closed list; the filter makes it problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** HTTP status of each reason. A task that has ended is 404, as in Camunda. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  VALIDATION: 400,
  BAD_JSON: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  BODY_TOO_LARGE: 413,
  BAD_MULTIPART: 400,
  UNAUTHENTICATED: 401,
  WRONG_CREDENTIALS: 401,
  TOO_MANY_ATTEMPTS: 429,
  CSRF: 403,
  FORBIDDEN: 403,
  TASK_NOT_YOURS: 403,
  PROCESS_NOT_YOURS: 403,
  OFFICE_NOT_YOURS: 403,
  UNKNOWN_PERSON: 400,
  NOT_CANDIDATE: 400,
  NO_SUCH_ROUTE: 404,
  NOT_FOUND: 404,
  TASK_ENDED: 404,
  TASK_ALREADY_ASSIGNED: 409,
  WRONG_STATE: 409,
  CASE_SUSPENDED: 409,
  MIGRATION_REFUSED: 409,
  ALREADY_EXISTS: 409,
  DRAFT_CHANGED: 409,
  NOT_XML: 400,
  NOT_BPMN: 400,
  DIAGRAM_INVALID: 400,
  FORM_INVALID: 400,
  FORM_VALUE_INVALID: 400,
  FORM_OUTDATED: 409,
  NO_START_FORM: 404,
  CLOCK_FIXED: 403,
  REJECTED: 400,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
