import type { Row } from '../row.ts';
import { eventSubProcesses } from './event-sub-processes.rows.ts';
import { instantiation } from './instantiation.rows.ts';
import { boundaryAndMultiple } from './boundary-and-multiple.rows.ts';
import { activities } from './activities.rows.ts';
import { adHocAndTransactions } from './ad-hoc-and-transactions.rows.ts';
import { calls } from './calls.rows.ts';
import { compensation } from './compensation.rows.ts';
import { compensationHandlers } from './compensation-handlers.rows.ts';
import { doubtfulModels } from './doubtful-models.rows.ts';
import { errorsAndEnds } from './errors-and-ends.rows.ts';
import { events } from './events.rows.ts';
import { flowsAndData } from './flows-and-data.rows.ts';
import { furtherFlows } from './further-flows.rows.ts';
import { furtherScopes } from './further-scopes.rows.ts';
import { gateways } from './gateways.rows.ts';
import { inclusiveAndComplex } from './inclusive-and-complex.rows.ts';
import { instances } from './instances.rows.ts';
import { loops } from './loops.rows.ts';
import { messagesAndTimers } from './messages-and-timers.rows.ts';
import { multiInstance } from './multi-instance.rows.ts';
import { refusedModels } from './refused-models.rows.ts';
import { signalsAndConditions } from './signals-and-conditions.rows.ts';
import { subProcesses } from './sub-processes.rows.ts';
import { subscriptions } from './subscriptions.rows.ts';
import { tasks } from './tasks.rows.ts';

/** The rows by chapter of the execution semantics. */
export const chapters: Readonly<Record<string, readonly Row[]>> = {
  instances,
  instantiation,
  flowsAndData,
  activities,
  tasks,
  subProcesses,
  eventSubProcesses,
  adHocAndTransactions,
  calls,
  loops,
  multiInstance,
  gateways,
  inclusiveAndComplex,
  events,
  boundaryAndMultiple,
  messagesAndTimers,
  signalsAndConditions,
  errorsAndEnds,
  compensation,
  compensationHandlers,
  subscriptions,
  furtherFlows,
  furtherScopes,
  refusedModels,
  doubtfulModels,
};
