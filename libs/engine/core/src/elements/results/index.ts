import { errorResult } from './error.result.ts';
import { messageResult } from './message.result.ts';
import type { ResultKind } from './result.ts';
import { terminateResult } from './terminate.result.ts';

/** Event definitions that are thrown; one line each. */
export const resultKinds: Readonly<Record<string, ResultKind>> = {
  'bpmn:MessageEventDefinition': messageResult,
  'bpmn:ErrorEventDefinition': errorResult,
  'bpmn:TerminateEventDefinition': terminateResult,
};
export type { ResultModel } from './result.ts';
