import * as activity from './checks/activity.checks.ts';
import { type Check, readDiagram } from './checks/diagram.ts';
import * as doubt from './checks/doubt.checks.ts';
import * as event from './checks/event.checks.ts';
import { expressions } from './checks/expression.checks.ts';
import * as flow from './checks/flow.checks.ts';
import * as gateway from './checks/gateway.checks.ts';
import * as process from './checks/process.checks.ts';
import { type ParsedDiagram, parseBpmn } from './parse/parse-bpmn.ts';
import type { DiagramProblem } from './problem.ts';

/** Every family of rules; their order is the order of the problems. */
const CHECKS: readonly Check[] = [flow, event, gateway, activity, process, doubt].flatMap((family) =>
  Object.values(family),
);

/**
 * All that is wrong or doubtful with a file that could be read, by the rules DEP and WARN of the semantics. The
 * modeler's lint and the deployment ask this same function.
 */
export function checkParsed(diagram: ParsedDiagram): readonly DiagramProblem[] {
  const found: DiagramProblem[] = [...diagram.problems];
  const read = readDiagram(diagram.definitions, diagram.places, found);
  for (const check of [...CHECKS, expressions]) check(read);
  return found;
}

/** Reads and checks a file in one go. */
export async function checkDiagram(source: string | Uint8Array): Promise<readonly DiagramProblem[]> {
  const parsed = await parseBpmn(source);
  return parsed.ok ? checkParsed(parsed) : parsed.problems;
}
