import type { CompileDecision } from './decisions.ts';

export const compileDecision: CompileDecision = (decision) => {
  throw new Error(`Expected decision ${decision.decisionId} to be compiled`);
};
