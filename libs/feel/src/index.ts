export { checkExpression, checkUnaryTests } from './check.ts';
export type { FeelCheck, NotPortable, PortabilityCode } from './check.ts';
export { compileExpression, compileUnaryTests } from './compile/expression.ts';
export type {
  Compilation,
  CompiledExpression,
  CompiledUnaryTests,
  CompileOptions,
  FeelResult,
} from './compile/expression.ts';
export { FUNCTIONS } from './builtins/functions.ts';
export type { FunctionInfo } from './builtins/functions.ts';
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

// For hosts that compile FEEL into a larger whole.
export { compileSyntaxWithin, compileTestListWithin, compileTestsWithin, parseWithin } from './embed.ts';
export type { Embedded, TypeLookup } from './embed.ts';
export { bind } from './compile/bind.ts';
export { checkSize } from './compile/result-size.ts';
export { typed } from './compile/data.compile.ts';
export type { Site } from './compile/site.ts';
export type { Syntax, SyntaxEntry } from './syntax/syntax.ts';
export { evaluateIn } from './compile/expression.ts';
export { Scope, StaticScope } from './compile/scope.ts';
export type { Evaluate } from './compile/scope.ts';
export type { Test } from './compile/tests.compile.ts';
export { externalFunction } from './external/external.ts';
export { disjunction, conjunction } from './operators/logic.ts';
export { equal } from './operators/equality.ts';
export { order } from './operators/order.ts';
export type { Run } from './run.ts';
export { canonicalName } from './syntax/names.ts';
export { coerce, isInstance } from './types/conform.ts';
export { ANY, typeByName } from './types/type.ts';
export { FeelFunction } from './values/function.ts';
export type { FeelArguments, FeelParameter } from './values/function.ts';
export { add, isFeelNumber } from './values/number.ts';
export type { FeelNumber } from './values/number.ts';
export { FeelRange } from './values/range.ts';
export { parseTemporal } from './values/temporal-text.ts';
