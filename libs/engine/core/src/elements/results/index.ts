import { cancelResult } from './cancel.result.ts';
import { compensationResult } from './compensation.result.ts';
import { errorResult } from './error.result.ts';
import { escalationResult } from './escalation.result.ts';
import { linkResult } from './link.result.ts';
import { messageResult } from './message.result.ts';
import type { ResultKind } from './result.ts';
import { signalResult } from './signal.result.ts';
import { terminateResult } from './terminate.result.ts';

/** Event definitions that are thrown; one line each. */
export const resultKinds: Readonly<Record<string, ResultKind>> = {
  'bpmn:MessageEventDefinition': messageResult,
  'bpmn:ErrorEventDefinition': errorResult,
  'bpmn:EscalationEventDefinition': escalationResult,
  'bpmn:SignalEventDefinition': signalResult,
  'bpmn:LinkEventDefinition': linkResult,
  'bpmn:CompensateEventDefinition': compensationResult,
  'bpmn:CancelEventDefinition': cancelResult,
  'bpmn:TerminateEventDefinition': terminateResult,
};
export type { ResultModel } from './result.ts';
