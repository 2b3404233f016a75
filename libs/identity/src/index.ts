export { ABILITIES, isAbility, type Ability } from './abilities.ts';
export { sqlParameters, type Database, type SqlParameters, type TransactionalDatabase } from './database.ts';
export { identityEntities } from './entities/index.ts';
export type { Label } from './entities/organisation.entities.ts';
export { identityMigrations } from './migrations/index.ts';
export { loadOrganisation, type LoadOrganisation } from './organisation/load-organisation.ts';
export {
  caseNumberCode,
  organisationSchema,
  type Organisation,
  type OrganisationOffice,
  type OrganisationPerson,
  type OrganisationRole,
} from './organisation/organisation-schema.ts';
export {
  describeProblems,
  readOrganisation,
  type OrganisationProblem,
  type ReadOrganisation,
} from './organisation/read-organisation.ts';
export type { CaseFacts, ProcessFacts, TaskFacts } from './permissions/facts.ts';
export {
  isCandidate,
  officesToStartFor,
  refusalToAdminister,
  refusalToAssignTask,
  refusalToCompleteTask,
  refusalToEditProcess,
  refusalToPublish,
  refusalToStart,
  refusalToSteerCase,
  refusalToUpdateTask,
  refusalToWorkJobs,
  type Assignee,
  type Refusal,
} from './permissions/may.ts';
export {
  assignedTasks,
  claimableTasks,
  completedTasks,
  visibleCase,
  visibleCases,
  visibleRootCases,
  visibleTask,
  visibleTasks,
} from './permissions/visible.ts';
export { findAssignee } from './queries/find-assignee.query.ts';
export { findPerson, type Language } from './queries/find-person.query.ts';
export { listPeople, type ListedPerson } from './queries/list-people.query.ts';
export { listRolesAndOffices } from './queries/list-roles-and-offices.query.ts';
export { createBasicCredentials } from './sign-in/basic-credentials.ts';
export {
  createSessions,
  sameToken,
  SESSION_SETTINGS,
  type OpenedSession,
  type ResolvedSession,
  type Sessions,
  type SessionSettings,
} from './sign-in/sessions.ts';
export { createSignIn, type Credentials, type SignIn, type SignInResult } from './sign-in/sign-in.ts';
export { loadViewer, type LoadViewer, type ResolveOwned } from './viewer/load-viewer.ts';
export { createTimedCache, type TimedCache } from './viewer/timed-cache.ts';
export { officesOf, ownsProcess, seesAllCases, type Holding, type Viewer } from './viewer/viewer.ts';
