import type { DiagramProblem } from '@iter/contract';

/** Fields of the panel that a rule of the check is about. A rule that is about the drawing has none. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'DEP-8': ['conditionExpression'],
  'DEP-16': ['messageName', 'errorCode', 'messageSubscriptionCorrelationKey'],
  'DEP-17': ['iter-timer', 'iter-timer-expression'],
  'DEP-28': ['iter-call'],
  'DEP-30': ['iter-form'],
  'ITER-2': ['name'],
  'WARN-13': ['messageSubscriptionCorrelationKey'],
  'WARN-14': ['taskDefinitionType'],
};

/** Ids of the panel's fields under which a problem is shown. */
export function entriesOfProblem(problem: DiagramProblem): readonly string[] {
  return ENTRIES[problem.rule] ?? [];
}
