export { decodeKey, encodeKey, LOCAL_NUMBERS, type GlobalKey } from './keys.ts';
export {
  EMPTY_LIST,
  integerIn,
  itemsIn,
  listOf,
  membersIn,
  NULL,
  objectOf,
  stringIn,
  toJsonText,
  TRUE,
  withPath,
  type JsonText,
  type Values,
} from './json-text.ts';
export type * from './graph/process-graph.ts';
export type * from './graph/element-models.ts';
export type * from './state/instance-state.ts';
export { NO_SCOPE, ROOT_KEY } from './state/instance-state.ts';
export { dumpState, loadState, newState, SNAPSHOT_FORMAT } from './state/snapshot.ts';
export type * from './state/wait.ts';
export type * from './events/engine-event.ts';
export { historyLevel, isKept } from './events/history-level.ts';
export type * from './commands/command.ts';
export type * from './turn/env.ts';
export type * from './turn/outcome.ts';
export type { Step } from './turn/step.ts';
export { scheduleStart } from './frame/catches.ts';
export { advance } from './turn/advance.ts';
export { checkMigration, migrateInstance, type MigrationMapping } from './commands/migrate-instance.ts';
