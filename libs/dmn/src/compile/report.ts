import type { FeelProblem } from '@iter/feel';
import type { DmnReference, DmnText, Place } from '../model/dmn-model.ts';
import type { DmnFault, DmnProblem } from '../problem.ts';

/** Notes a fault in the model. */
export type Report = (fault: DmnFault, place: Place) => void;

/** Collects faults into a list. */
export function reportInto(problems: DmnProblem[]): Report {
  return (fault, { line, column }) => {
    problems.push({ ...fault, line, column });
  };
}

/** Notes the fault of an expression at its place in the file. */
export function reportExpression(
  report: Report,
  problem: FeelProblem,
  text: Pick<DmnText, 'line' | 'column'>,
  elementId: string | null,
): void {
  const { message, line, column } = problem;
  const place = { line: text.line + line - 1, column: line === 1 ? text.column : column };
  report({ code: 'FEEL', message, elementId, expression: problem }, place);
}

/** Names a type that is not there. */
export function reportType(report: Report, typeRef: string, elementId: string | null, place: Place): void {
  const message = `Expected a type, but \`${typeRef}\` is none.`;
  report({ code: 'UNKNOWN_TYPE', message, what: typeRef, elementId }, place);
}

/** Names an element that is required and is not there. */
export function reportMissing(report: Report, reference: DmnReference, elementId: string): void {
  const message = `Expected an element \`${reference.id}\`, but there is none.`;
  report({ code: 'MISSING_REFERENCE', message, what: reference.id, elementId }, reference);
}
