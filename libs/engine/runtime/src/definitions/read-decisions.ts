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
    return { kind: 'decision', requirements: undefined, problems: [unreadable(name, expected)] };
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

function problemOf(resource: string, problem: DmnProblem): DeploymentProblem {
  const { message, line, column } = problem;
  return { ...unreadable(resource, message), line, column };
}
