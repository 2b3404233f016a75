export { compileProcess, type Compiled, type CompileOptions } from './compile-process.ts';
export type { AnalyzeExpression, CompileProblem } from './diagram-reader.ts';
