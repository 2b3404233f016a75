export { compileProcess, type Compiled, type CompileOptions } from './compile-process.ts';
export { scheduleStart } from './schedule-start.ts';
export type { AnalyzeExpression, CompileProblem } from './diagram-reader.ts';
