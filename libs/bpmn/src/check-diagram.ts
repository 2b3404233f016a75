import { activityChecks } from './checks/activity.checks.ts';
import { type Check, readDiagram } from './checks/diagram.ts';
import { doubtChecks } from './checks/doubt.checks.ts';
import { eventChecks } from './checks/event.checks.ts';
import { expressions } from './checks/expression.checks.ts';
import { flowChecks } from './checks/flow.checks.ts';
import { gatewayChecks } from './checks/gateway.checks.ts';
import { processChecks, size } from './checks/process.checks.ts';
import { type ParsedDiagram, parseBpmn } from './parse/parse-bpmn.ts';
import type { DiagramProblem } from './problem.ts';

/** Every family of rules; their order is the order of the problems. */
const CHECKS: readonly Check[] = [
  ...flowChecks,
  ...eventChecks,
  ...gatewayChecks,
  ...activityChecks,
  ...processChecks,
  ...doubtChecks,
  expressions,
];

/**
 * All that is wrong or doubtful with a file that could be read, by the rules DEP and WARN of the semantics. The
 * modeler's lint and the deployment ask this same function.
 */
export function checkParsed(diagram: ParsedDiagram): readonly DiagramProblem[] {
  const found: DiagramProblem[] = [...diagram.problems];
  const read = readDiagram(diagram.definitions, diagram.places, found);
  size(read);
  if (found.some(({ rule }) => rule === 'DEP-31')) return found;
  for (const check of CHECKS) check(read);
  return found;
}

/** Reads and checks a file in one go. */
export async function checkDiagram(source: string | Uint8Array): Promise<readonly DiagramProblem[]> {
  const parsed = await parseBpmn(source);
  return parsed.ok ? checkParsed(parsed) : parsed.problems;
}
