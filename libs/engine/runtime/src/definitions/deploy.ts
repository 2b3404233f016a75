import type { Actor, Answer, DeployedResource, Deployment, DeploymentProblem } from '../engine.ts';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import { evaluateFeel } from '../env/expressions.ts';
import { scheduleTimer } from '../env/timer-texts.ts';
import type { Numbers } from '../numbers.ts';
import type { DefinitionStore } from '../ports/definition-store.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { idsOf } from './ids-of.ts';
import { planDeployment, type DeploymentPlan } from './plan-deployment.ts';
import { readResource, type ReadResource } from './read-resources.ts';
import { unreadable } from './unreadable.ts';

export interface DeployParts {
  readonly store: DefinitionStore;
  readonly cache: DefinitionCache;
  readonly numbers: Numbers;
  readonly clocks: TenantClocks;
  readonly zone: (tenantId: string) => string;
}

/** Reads all files and says everything that is wrong or doubtful with them, also between them. */
export async function readDeployment(files: readonly DeployedResource[]): Promise<{
  readonly resources: readonly ReadResource[];
  readonly problems: readonly DeploymentProblem[];
}> {
  const resources: ReadResource[] = [];
  for (const file of files) resources.push(await readResource(file, files));
  const problems = [
    ...(files.length === 0 ? [unreadable('', 'Expected at least one file, but there is none')] : []),
    ...resources.flatMap((resource) => resource.problems),
    ...twice(resources),
    ...unbound(resources),
  ];
  return { resources, problems };
}

/** Stores the files as one bundle, unless they are stored already (INS-17, DEP rules). */
export async function deployResources(
  caller: { readonly tenantId: string; readonly actor: Actor },
  files: readonly DeployedResource[],
  parts: DeployParts,
): Promise<Answer<{ readonly deployment: Deployment; readonly created: boolean }>> {
  const { resources, problems } = await readDeployment(files);
  if (problems.some(({ severity }) => severity === 'error'))
    return {
      ok: false,
      rejection: {
        code: 'DEPLOYMENT_REFUSED',
        message: 'Expected files that can run, but they cannot',
        problems,
      },
    };
  const { tenantId } = caller;
  const keys = await reserveKeys(parts.numbers, resources);
  const now = parts.clocks.now(tenantId);
  const zone = parts.zone(tenantId);
  const env = {
    now,
    evaluate: (
      expression: Parameters<typeof evaluateFeel>[0],
      variables: Parameters<typeof evaluateFeel>[1],
    ) => evaluateFeel(expression, variables, { now, zone }),
    schedule: (
      timer: 'date' | 'duration' | 'cycle',
      value: Parameters<typeof scheduleTimer>[1],
      from: number,
    ) => scheduleTimer(timer, value, from, zone),
  };
  let plan: DeploymentPlan | undefined;
  await parts.store.deploy(caller, idsOf(resources), (latest) => {
    const left = [...keys];
    const key = (): string => {
      const next = left.pop();
      if (next === undefined)
        throw new Error('Expected enough keys for the deployment, but they are used up');
      return next;
    };
    plan = planDeployment(resources, latest, { tenantId, key, now, env });
    return plan.write;
  });
  if (!plan) throw new Error('Expected the store to ask for the rows of the deployment');
  parts.cache.forgetLatest();
  return {
    ok: true,
    value: { deployment: { ...plan.deployment, warnings: problems }, created: plan.write !== undefined },
  };
}

/** Keys for everything a deployment can hold: the transaction that stores it cannot wait for numbers. */
async function reserveKeys(numbers: Numbers, resources: readonly ReadResource[]): Promise<string[]> {
  const ids = idsOf(resources);
  const count =
    1 +
    ids.resources.length +
    ids.processes.length +
    ids.forms.length +
    ids.requirements.length +
    ids.decisions.length;
  const keys: string[] = [];
  while (keys.length < count) keys.push(await numbers.key());
  return keys;
}

/** DEP-3: an id once, over all files of the deployment. */
function twice(resources: readonly ReadResource[]): DeploymentProblem[] {
  const ids = idsOf(resources);
  const found: DeploymentProblem[] = [];
  for (const [kind, names] of Object.entries(ids) as [keyof typeof ids, readonly string[]][])
    for (const id of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
      found.push({
        rule: 'DEP-3',
        severity: 'error',
        text: 'twice',
        params: { id },
        expected: `Expected '${id}' once among the ${kind} of the deployment, but it is there again`,
        resource: resources.findLast((resource) => namesIn(resource).includes(id))?.name ?? '',
      });
  return found;
}

function namesIn(resource: ReadResource): readonly string[] {
  const ids = idsOf([resource]);
  return [...ids.resources, ...ids.processes, ...ids.forms, ...ids.requirements, ...ids.decisions];
}

/** DEP-30: what is bound to the deployment must lie in it. */
function unbound(resources: readonly ReadResource[]): DeploymentProblem[] {
  const ids = idsOf(resources);
  const along = { process: ids.processes, form: ids.forms, decision: ids.decisions };
  return resources.flatMap((resource) =>
    resource.kind !== 'process'
      ? []
      : resource.processes.flatMap(({ graph }) =>
          graph.references
            .filter(({ binding, to, id }) => binding.type === 'deployment' && !along[to].includes(id))
            .map(({ from, to, id }) => ({
              rule: 'DEP-30' as const,
              severity: 'error' as const,
              text: 'text',
              params: { id },
              elementId: from,
              expected: `Expected ${to} '${id}' in this deployment, to which it is bound, but it is not there`,
              resource: resource.name,
            })),
        ),
  );
}
