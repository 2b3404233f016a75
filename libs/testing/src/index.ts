export { definitions, process, ProcessBuilder, ScopeBuilder } from './bpmn-builder.ts';
export type * from './bpmn-options.ts';
export { fakeClock, type FakeClock } from './fake-clock.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';
