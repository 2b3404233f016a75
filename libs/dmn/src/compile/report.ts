import type { Place } from '../model/dmn-model.ts';
import type { DmnProblem, DmnProblemCode } from '../problem.ts';

/** Notes a fault in the model. */
export type Report = (code: DmnProblemCode, message: string, elementId: string | null, place: Place) => void;

/** Collects faults into a list. */
export function reportInto(problems: DmnProblem[]): Report {
  return (code, message, elementId, { line, column }) => {
    problems.push({ code, message, elementId, line, column });
  };
}
