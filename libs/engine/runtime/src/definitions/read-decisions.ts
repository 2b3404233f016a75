import type { DmnProblem } from '@iter/dmn';
import type { DeployedResource, DeploymentProblem } from '../engine.ts';
import { compileModel } from './compile-model.ts';
import { unreadable } from './unreadable.ts';

/** A decision model as a deployment stores it. */
export interface ReadRequirements {
  readonly requirementsId: string;
  readonly name: string;
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly name: string;
    readonly versionTag: string | null;
  }[];
}

/**
 * Reads and compiles a decision model; all its faults are told.
 *
 * @param models the decision models of the deployment, among which are those that it imports
 */
export function readDecisions(
  { name, content }: DeployedResource,
  models: readonly Uint8Array[],
): {
  kind: 'decision';
  requirements: ReadRequirements | undefined;
  problems: readonly DeploymentProblem[];
} {
  const compilation = compileModel(content, models);
  if (!compilation.ok) {
    const problems = compilation.problems.map((problem) => problemOf(name, problem));
    return { kind: 'decision', requirements: undefined, problems };
  }
  const { definitions } = compilation;
  if (definitions.id === null) {
    const expected = 'Expected the decision model to have an id, but it has none';
    const problem = modelFault(name, { text: 'decision', expected, params: { name, reason: expected } });
    return { kind: 'decision', requirements: undefined, problems: [problem] };
  }
  const decisions = definitions.decisions
    .filter(({ kind }) => kind === 'decision')
    .map(({ id, name: named, versionTag }) => ({ decisionId: id, name: named, versionTag }));
  return {
    kind: 'decision',
    requirements: { requirementsId: definitions.id, name: definitions.name, decisions },
    problems: [],
  };
}

/** DEP-8 of an expression, DEP-1 of all else; both name the element, or the nearest one that has an id. */
function problemOf(resource: string, problem: DmnProblem): DeploymentProblem {
  const { code, message, what = '', elementId, line, column, expression } = problem;
  const place = { line, column, ...(elementId === null ? {} : { elementId }) };
  if (code === 'XML') return { ...unreadable(resource, message), line, column };
  const params = { name: elementId ?? resource, reason: message };
  if (expression === undefined)
    return {
      ...modelFault(resource, { text: code, expected: message, params: { ...params, what } }),
      ...place,
    };
  const { found, line: inLine, column: inColumn } = expression;
  const text = expression.code === 'SYNTAX' && found === '' ? 'END' : expression.code;
  const within = { ...params, found, line: inLine, column: inColumn };
  return { ...modelFault(resource, { text, expected: message, params: within }), rule: 'DEP-8', ...place };
}

function modelFault(
  resource: string,
  fault: Pick<DeploymentProblem, 'text' | 'expected' | 'params'>,
): DeploymentProblem {
  return { rule: 'DEP-1', severity: 'error', resource, ...fault };
}
