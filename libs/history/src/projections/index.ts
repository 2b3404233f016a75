import type { Projection } from '@iter/engine-runtime';
import { caseOperationProjection } from './case-operation.projection.ts';
import { caseParticipantProjection } from './case-participant.projection.ts';
import { decisionInstanceProjection } from './decision-instance.projection.ts';
import { elementInstanceProjection } from './element-instance.projection.ts';
import { incidentProjection } from './incident.projection.ts';
import { jobProjection } from './job.projection.ts';
import { processInstanceProjection } from './process-instance.projection.ts';
import { takenFlowProjection } from './taken-flow.projection.ts';
import { userTaskProjection } from './user-task.projection.ts';

/** What is written with each turn, in its transaction. */
export const historyProjections: readonly Projection[] = [
  processInstanceProjection,
  elementInstanceProjection,
  userTaskProjection,
  jobProjection,
  incidentProjection,
  decisionInstanceProjection,
  takenFlowProjection,
  caseParticipantProjection,
  caseOperationProjection,
];
