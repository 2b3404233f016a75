export type { EvaluatedInput, MatchedRule } from './compile/table.ts';
export { compileDefinitions, decide } from './definitions.ts';
export type {
  CompiledDefinitions,
  CompileDmnOptions,
  DecisionInfo,
  DecisionResult,
  DmnCompilation,
} from './definitions.ts';
export type { DmnProblem, DmnProblemCode } from './problem.ts';
export type { EvaluatedDecision } from './session.ts';
