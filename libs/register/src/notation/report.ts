import type { FlowProblemCode } from './flow.ts';

/** Notes what is wrong on a line of the flow. */
export type Report = (line: number, code: FlowProblemCode, reason: string) => void;
