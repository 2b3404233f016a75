import type { Deployment } from '../engine.ts';
import type {
  DecisionWrite,
  DeploymentWrite,
  FormWrite,
  LatestVersions,
  ProcessWrite,
  RequirementsWrite,
} from '../ports/definition-store.ts';
import { idsOf } from './ids-of.ts';
import type { ReadResource } from './read-resources.ts';

/** The answer for what was just planned. */
export function describeNew(
  write: DeploymentWrite,
  resources: readonly ReadResource[],
): Omit<Deployment, 'warnings'> {
  const names = new Map(write.resources.map((resource) => [resource.resourceKey, resource.name]));
  const nameOf = (key: string): string => names.get(key) ?? resources[0]?.name ?? '';
  return describe(write, write.deploymentKey, write.deployedAt, nameOf, true);
}

/** The answer for what is stored already. */
export function describeStored(
  resources: readonly ReadResource[],
  latest: LatestVersions,
  deploymentKey: string,
): Omit<Deployment, 'warnings'> {
  const ids = idsOf(resources);
  const stored = <T>(names: readonly string[], versions: ReadonlyMap<string, T>): T[] =>
    names.flatMap((name) => versions.get(name) ?? []);
  const files = ids.resources.flatMap((name) => {
    const found = latest.resources.get(name);
    return found ? [{ ...found, name }] : [];
  });
  const names = new Map(files.map((file) => [file.resourceKey, file.name]));
  const rows = {
    resources: files,
    processes: stored(ids.processes, latest.processes),
    forms: stored(ids.forms, latest.forms),
    requirements: stored(ids.requirements, latest.requirements),
    decisions: stored(ids.decisions, latest.decisions),
  };
  return describe(rows, deploymentKey, files[0]?.deployedAt ?? 0, (key) => names.get(key) ?? '', false);
}

interface DeploymentRows {
  readonly resources: readonly {
    readonly resourceKey: string;
    readonly name: string;
    readonly version: number;
  }[];
  readonly processes: readonly ProcessWrite[];
  readonly forms: readonly FormWrite[];
  readonly requirements: readonly RequirementsWrite[];
  readonly decisions: readonly DecisionWrite[];
}
function describe(
  rows: DeploymentRows,
  deploymentKey: string,
  deployedAt: number,
  resourceName: (key: string) => string,
  created: boolean,
): Omit<Deployment, 'warnings'> {
  const requirementsIds = new Map(rows.requirements.map((one) => [one.requirementsKey, one.requirementsId]));
  return {
    deploymentKey,
    deployedAt,
    resources: rows.resources.map(({ resourceKey, name, version }) => ({ resourceKey, name, version })),
    processes: rows.processes.map((process) => ({
      processDefinitionKey: process.definitionKey,
      processDefinitionId: process.processId,
      version: process.version,
      resourceName: resourceName(process.resourceKey),
      created,
    })),
    forms: rows.forms.map((form) => ({
      formKey: form.formKey,
      formId: form.formId,
      version: form.version,
      resourceName: resourceName(form.resourceKey),
    })),
    requirements: rows.requirements.map((one) => ({
      decisionRequirementsKey: one.requirementsKey,
      decisionRequirementsId: one.requirementsId,
      name: one.name,
      version: one.version,
      resourceName: resourceName(one.resourceKey),
    })),
    decisions: rows.decisions.map((decision) => ({
      decisionDefinitionKey: decision.decisionKey,
      decisionDefinitionId: decision.decisionId,
      name: decision.name,
      version: decision.version,
      decisionRequirementsKey: decision.requirementsKey,
      decisionRequirementsId: requirementsIds.get(decision.requirementsKey) ?? '',
    })),
  };
}
