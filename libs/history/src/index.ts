export { historyEntities } from './entities/index.ts';
export {
  NotificationEntity,
  NotificationRecipientEntity,
  ProcessFactEntity,
  PublicationEntity,
} from './entities/notice.entities.ts';
export { historyMigrations } from './migrations/index.ts';
export { historyProjections } from './projections/index.ts';
export { CursorError } from './search/page.ts';
export { deleteCase, type CaseDeletion } from './delete-case.ts';
export { saveDecisionEvaluation } from './save-decision-evaluation.ts';
export { syncProcessFacts, type DescribeProcess, type ProcessDescription } from './sync-process-facts.ts';

export type { Reader } from './queries/reader.ts';
export {
  findCaseFacts,
  findProcessFacts,
  findTaskFacts,
  type KnownCase,
  type KnownProcess,
  type KnownTask,
} from './queries/facts.query.ts';

export { callHierarchy, type CallHierarchyEntry } from './queries/v2/call-hierarchy.query.ts';
export {
  getDecisionDefinition,
  getDecisionDefinitionXml,
  getDecisionRequirements,
  getDecisionRequirementsXml,
  searchDecisionDefinitions,
  searchDecisionRequirements,
} from './queries/v2/decision-definitions.query.ts';
export {
  decisionReasons,
  getDecisionInstance,
  searchDecisionInstances,
} from './queries/v2/decision-instances.query.ts';
export { getElementInstance, searchElementInstances } from './queries/v2/element-instances.query.ts';
export {
  definitionElementStatistics,
  instanceElementStatistics,
} from './queries/v2/element-statistics.query.ts';
export { getProcessInstance } from './queries/v2/get-process-instance.query.ts';
export { getIncident, searchIncidents, searchIncidentsOfInstance } from './queries/v2/incidents.query.ts';
export { searchJobs } from './queries/v2/jobs.query.ts';
export {
  getForm,
  getProcessDefinition,
  getProcessDefinitionXml,
  getStartForm,
  searchProcessDefinitions,
} from './queries/v2/process-definitions.query.ts';
export { searchProcessInstances, type SearchResult } from './queries/v2/search-process-instances.query.ts';
export { sequenceFlows, type TakenFlow } from './queries/v2/sequence-flows.query.ts';
export { getUserTask, searchUserTasks } from './queries/v2/user-tasks.query.ts';
export {
  effectiveTaskVariables,
  getVariable,
  searchTaskVariables,
  searchVariables,
  type TaskVariableSearch,
} from './queries/v2/variables.query.ts';

export { getCase } from './queries/api/get-case.query.ts';
export { getTask, type TaskPage } from './queries/api/get-task.query.ts';
export { latenessOf } from './queries/api/lateness.ts';
export { listProcesses, listVersions, type ListedProcess } from './queries/api/list-processes.query.ts';
export {
  listCaseNotifications,
  listNotifications,
  listPublications,
  markNotificationRead,
} from './queries/api/notices.query.ts';
export { searchCases } from './queries/api/search-cases.query.ts';
export { searchTasks } from './queries/api/search-tasks.query.ts';
export type { WorkplaceReader } from './queries/api/workplace-reader.ts';
