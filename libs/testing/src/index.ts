export { definitions, process, ProcessBuilder, ScopeBuilder } from './bpmn-builder.ts';
export type * from './bpmn-options.ts';
