import type { DeployedResource, DeploymentProblem } from '../engine.ts';

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

export function readDecisions(_resource: DeployedResource): {
  kind: 'decision';
  requirements: ReadRequirements | undefined;
  problems: readonly DeploymentProblem[];
} {
  return { kind: 'decision', requirements: undefined, problems: [] };
}
