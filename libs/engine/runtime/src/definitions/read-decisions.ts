import { compileDefinitions, type DmnProblem } from '@iter/dmn';
import type { DeployedResource, DeploymentProblem } from '../engine.ts';
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

/** Reads and compiles a decision model; all its faults are told. */
export function readDecisions({ name, content }: DeployedResource): {
  kind: 'decision';
  requirements: ReadRequirements | undefined;
  problems: readonly DeploymentProblem[];
} {
  const compilation = compileDefinitions(new TextDecoder().decode(content));
  if (!compilation.ok) {
    const problems = compilation.problems.map((problem) => problemOf(name, problem));
    return { kind: 'decision', requirements: undefined, problems };
  }
  const { definitions } = compilation;
  if (definitions.id === null) {
    const expected = 'Expected the decision model to have an id, but it has none';
    return { kind: 'decision', requirements: undefined, problems: [modelFault(name, expected, null)] };
  }
  const decisions = definitions.decisions
    .filter(({ kind }) => kind === 'decision')
    .map((decision) => ({ decisionId: decision.id, name: decision.name, versionTag: null }));
  return {
    kind: 'decision',
    requirements: { requirementsId: definitions.id, name: definitions.name, decisions },
    problems: [],
  };
}

/** DEP-8 of an expression, DEP-1 of all else; both name the element, or the nearest one that has an id. */
function problemOf(
  resource: string,
  { code, message, elementId, line, column }: DmnProblem,
): DeploymentProblem {
  const place = { line, column };
  if (code === 'XML') return { ...unreadable(resource, message), ...place };
  const fault = modelFault(resource, message, elementId);
  return code === 'FEEL' ? { ...fault, rule: 'DEP-8', text: 'text', ...place } : { ...fault, ...place };
}

function modelFault(resource: string, expected: string, elementId: string | null): DeploymentProblem {
  const params = { name: elementId ?? resource, reason: expected };
  const common = { rule: 'DEP-1', severity: 'error', text: 'decision', params, expected, resource } as const;
  return elementId === null ? common : { ...common, elementId };
}
