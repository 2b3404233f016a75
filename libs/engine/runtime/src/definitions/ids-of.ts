import type { DeploymentIds } from '../ports/definition-store.ts';
import type { ReadProcess, ReadResource } from './read-resources.ts';

/** All ids and names whose latest versions matter. */
export function idsOf(resources: readonly ReadResource[]): DeploymentIds {
  return {
    resources: resources.map(({ name }) => name),
    processes: processesOf(resources).map(({ process }) => process.graph.processId),
    forms: resources.flatMap((one) => (one.kind === 'form' && one.form ? [one.form.formId] : [])),
    requirements: requirementsOf(resources).map(({ requirements }) => requirements.requirementsId),
    decisions: requirementsOf(resources).flatMap(({ requirements }) =>
      requirements.decisions.map(({ decisionId }) => decisionId),
    ),
  };
}

export function processesOf(
  resources: readonly ReadResource[],
): { resource: ReadResource; process: ReadProcess }[] {
  return resources.flatMap((resource) =>
    resource.kind === 'process' ? resource.processes.map((process) => ({ resource, process })) : [],
  );
}
export function formsOf(
  resources: readonly ReadResource[],
): { resource: ReadResource; formId: string; versionTag: string | null }[] {
  return resources.flatMap((resource) =>
    resource.kind === 'form' && resource.form ? [{ resource, ...resource.form }] : [],
  );
}
export function requirementsOf(resources: readonly ReadResource[]) {
  return resources.flatMap((resource) =>
    resource.kind === 'decision' && resource.requirements
      ? [{ resource, requirements: resource.requirements }]
      : [],
  );
}
