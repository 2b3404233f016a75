import { checkDiagram, type DiagramProblem as FoundProblem } from '@iter/bpmn';
import { hasText, text, type DiagramProblem, type ErrorCode, type Locale } from '@iter/contract';
import type { DeployedResource, DeploymentProblem } from '@iter/engine-runtime';
import { Refusal } from '../http/refusal.ts';

/** A problem of a deployment with what the check of its file knows beyond it. */
interface Told {
  readonly problem: DeploymentProblem;
  readonly found: FoundProblem | undefined;
}

/**
 * The problems of a deployment in the reader's words. The engine says what is wrong; which text and which
 * element's name go with it is asked of the same check that the engine asked.
 */
export async function diagramProblems(
  problems: readonly DeploymentProblem[],
  resources: readonly DeployedResource[],
  locale: Locale,
): Promise<DiagramProblem[]> {
  return (await tell(problems, resources)).map((told) => inWords(told, locale));
}

/** The refusal of a deployment: a file that cannot be read is named; everything else is a list of problems. */
export async function deploymentRefusal(
  problems: readonly DeploymentProblem[],
  resources: readonly DeployedResource[],
  locale: Locale,
): Promise<Refusal> {
  const told = await tell(problems, resources);
  const words = told.map((each) => inWords(each, locale));
  const errors = words.filter(({ severity }) => severity === 'error').length;
  const unreadable = told.find(({ found }) => found && Object.hasOwn(faultOfText, found.text));
  const code = unreadable?.found ? (faultOfText[unreadable.found.text] ?? 'DIAGRAM_INVALID') : 'DIAGRAM_INVALID';
  const resourceName = unreadable?.problem.resource ?? problems[0]?.resource ?? '';
  return new Refusal(code, { problems: words, params: { count: errors, resourceName } });
}

/** Texts of the rules that a file as a whole breaks. */
const faultOfText: Readonly<Record<string, ErrorCode>> = { unreadable: 'NOT_XML', 'other-root': 'NOT_BPMN' };

async function tell(
  problems: readonly DeploymentProblem[],
  resources: readonly DeployedResource[],
): Promise<readonly Told[]> {
  const named = new Set(problems.map(({ resource }) => resource));
  const diagrams = resources.filter(({ name }) => named.has(name) && name.endsWith('.bpmn'));
  const found = new Map<string, readonly FoundProblem[]>();
  for (const { name, content } of diagrams) found.set(name, await checkDiagram(content));
  return problems.map((problem) => ({
    problem,
    found: found.get(problem.resource)?.find((each) => isSame(each, problem)),
  }));
}

function isSame(found: FoundProblem, problem: DeploymentProblem): boolean {
  return (
    found.rule === problem.rule && found.elementId === problem.elementId && found.expected === problem.message
  );
}

function inWords({ problem, found }: Told, locale: Locale): DiagramProblem {
  const { resource, elementId, rule, severity, message, line, column } = problem;
  const keys = [`bpmn:rules.${rule}.${found?.text ?? 'text'}`, `bpmn:rules.${rule}`];
  const key = keys.find((each) => hasText(locale, each));
  const params = found?.params ?? {};
  return {
    resourceName: resource === '' ? null : resource,
    elementId: elementId ?? null,
    elementName: found?.elementName ?? null,
    rule,
    severity,
    message: key === undefined ? message : text(locale, key, params),
    expected: message,
    line: line ?? null,
    column: column ?? null,
    params,
  };
}
