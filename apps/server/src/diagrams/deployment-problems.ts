import { hasText, text, type DiagramProblem, type ErrorCode, type Locale } from '@iter/contract';
import type { DeploymentProblem } from '@iter/engine-runtime';
import { Refusal } from '../http/refusal.ts';

/** The refusal of a deployment: a file that cannot be read is named; everything else is a list of problems. */
export function deploymentRefusal(problems: readonly DeploymentProblem[], locale: Locale): Refusal {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const unreadable = errors.find((problem) => Object.hasOwn(faultOfText, problem.text));
  const code = (unreadable && faultOfText[unreadable.text]) ?? 'DIAGRAM_INVALID';
  const resourceName = unreadable?.resource ?? errors[0]?.resource ?? '';
  return new Refusal(code, {
    problems: problems.map((problem) => diagramProblem(problem, locale)),
    params: { count: errors.length, resourceName },
  });
}

/** Texts of the rules that a file as a whole breaks. */
const faultOfText: Readonly<Record<string, ErrorCode>> = { unreadable: 'NOT_XML', 'other-root': 'NOT_BPMN' };

/** A problem in the reader's words; what the dictionary has no text for is told as the engine says it. */
export function diagramProblem(problem: DeploymentProblem, locale: Locale): DiagramProblem {
  const { resource, elementId, elementName, rule, severity, expected, line, column, params } = problem;
  const keys = [`bpmn:rules.${rule}.${problem.text}`, `bpmn:rules.${rule}.text`];
  const key = keys.find((each) => hasText(locale, each));
  return {
    resourceName: resource === '' ? null : resource,
    elementId: elementId ?? null,
    elementName: elementName ?? null,
    rule,
    severity,
    message: key === undefined ? expected : text(locale, key, { name: elementName ?? elementId ?? '', ...params }),
    expected,
    line: line ?? null,
    column: column ?? null,
    params: { ...params },
  };
}
