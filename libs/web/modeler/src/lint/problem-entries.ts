import type { DiagramProblem } from '@iter/contract';

/** Fields of the panel that a rule of the check is about. A rule that is about the drawing has none. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'DEP-16': ['messageName', 'errorCode', 'messageSubscriptionCorrelationKey'],
  'DEP-17': ['iter-timer', 'iter-timer-expression'],
  'DEP-28': ['iter-call'],
  'DEP-30': ['iter-form'],
  'ITER-2': ['name'],
  'WARN-13': ['messageSubscriptionCorrelationKey'],
  'WARN-14': ['taskDefinitionType'],
};

/** Fields of the panel by the property of the diagram that holds the expression they edit. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  conditionExpression: ['conditionExpression'],
  condition: ['condition'],
  completionCondition: ['multiInstance-completionCondition'],
  inputCollection: ['multiInstance-inputCollection'],
  outputElement: ['multiInstance-outputElement'],
  assignee: ['assignmentDefinitionAssignee', 'iter-who'],
  candidateGroups: ['assignmentDefinitionCandidateGroups', 'iter-who'],
  candidateUsers: ['assignmentDefinitionCandidateUsers'],
  dueDate: ['taskScheduleDueDate', 'iter-due-expression'],
  followUpDate: ['taskScheduleFollowUpDate'],
  priority: ['priorityDefinitionPriority'],
  correlationKey: ['messageSubscriptionCorrelationKey'],
  expression: ['scriptExpression'],
  type: ['taskDefinitionType'],
  retries: ['taskDefinitionRetries'],
  decisionId: ['decisionId'],
  processId: ['targetProcessId', 'iter-call'],
  timeDate: ['iter-timer-expression'],
  timeDuration: ['iter-timer-expression'],
  timeCycle: ['iter-timer-expression'],
};

/** Ids of the panel's fields under which a problem is shown: those of its rule, or of the expression it is about. */
export function entriesOfProblem({ rule, params }: DiagramProblem): readonly string[] {
  const at = params?.['at'];
  return ENTRIES[rule] ?? (typeof at === 'string' ? (FIELDS[at] ?? []) : []);
}
