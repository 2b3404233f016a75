import type { Variables } from '../engine.ts';

/** Thrown by a built-in worker where trying again cannot help: the job becomes an incident at once. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
}

/** Thrown by a built-in worker whose failure the diagram may catch (TSK-4). */
export class BpmnError extends Error {
  override readonly name = 'BpmnError';
  readonly code: string;
  readonly variables: Variables;

  constructor(code: string, message: string, variables: Variables = {}) {
    super(message);
    this.code = code;
    this.variables = variables;
  }
}
