export { compileExpression, compileUnaryTests } from './compile/expression.ts';
export type {
  Compilation,
  CompiledExpression,
  CompiledUnaryTests,
  CompileOptions,
  FeelResult,
} from './compile/expression.ts';
export { fromJson, temporalToIso, toJson } from './json.ts';
export type {
  FeelFailure,
  FeelFailureCode,
  FeelLimits,
  FeelWarning,
  FeelWarningCode,
  VariableSource,
} from './run.ts';
export type { FeelProblem, FeelProblemCode } from './syntax/syntax-problem.ts';
export type { FeelType } from './types/type.ts';
export { typeToString } from './types/type.ts';
export { valueToString } from './values/text.ts';
export { isContext, isList, kindOf } from './values/value.ts';
export type {
  FeelContext,
  FeelDuration,
  FeelKind,
  FeelList,
  FeelTemporal,
  FeelValue,
} from './values/value.ts';
