import type { Env } from '@iter/engine-core';
import { scheduleStart } from '@iter/engine-compile';
import type { Deployment } from '../engine.ts';
import type {
  DecisionWrite,
  DeploymentWrite,
  FormWrite,
  LatestVersions,
  ProcessWrite,
  RequirementsWrite,
  ResourceWrite,
  StartSubscription,
} from '../ports/definition-store.ts';
import type { StartTimer } from '../ports/schedule.ts';
import { describeNew, describeStored } from './describe-deployment.ts';
import { processesOf, formsOf, requirementsOf } from './ids-of.ts';
import type { ReadProcess, ReadResource } from './read-resources.ts';

/** What a deployment needs besides its files. */
export interface DeploymentContext {
  readonly tenantId: string;
  /** A new key each time. */
  readonly key: () => string;
  readonly now: number;
  readonly env: Pick<Env, 'evaluate' | 'schedule' | 'now'>;
}
/** The rows of a deployment, or what stands in the store already. */
export interface DeploymentPlan {
  /** Undefined: every file is the same as the latest version of it. */
  readonly write: DeploymentWrite | undefined;
  readonly deployment: Omit<Deployment, 'warnings'>;
}

/**
 * Same content, same version: where every file is the same as its latest version, nothing is stored. Otherwise
 * all files get a new version, so that what is bound to the deployment lies in one bundle.
 */
export function planDeployment(
  resources: readonly ReadResource[],
  latest: LatestVersions,
  context: DeploymentContext,
): DeploymentPlan {
  const known = sameDeployment(resources, latest);
  return known === undefined
    ? newDeployment(resources, latest, context)
    : { write: undefined, deployment: describeStored(resources, latest, known) };
}

/** The deployment all files came with, unchanged since. */
function sameDeployment(resources: readonly ReadResource[], latest: LatestVersions): string | undefined {
  const found = resources.map((resource) => {
    const former = latest.resources.get(resource.name);
    return former && equal(former.checksum, resource.checksum) ? former.deploymentKey : undefined;
  });
  const [first] = found;
  return found.every((key) => key !== undefined && key === first) ? first : undefined;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

interface Versioned {
  readonly version: number;
}
const next = (former: Versioned | undefined): number => (former?.version ?? 0) + 1;

function newDeployment(
  resources: readonly ReadResource[],
  latest: LatestVersions,
  context: DeploymentContext,
): DeploymentPlan {
  const keyed = resources.map((resource) => ({ resource, resourceKey: context.key() }));
  const keyOf = new Map(keyed.map(({ resource, resourceKey }) => [resource, resourceKey]));
  const resourceKey = (resource: ReadResource): string => keyOf.get(resource) ?? '';
  const processes = processesOf(resources).map(({ resource, process }) => ({
    process,
    resourceName: resource.name,
    write: processWrite(process, resourceKey(resource), latest, context),
  }));
  const requirements = requirementsOf(resources).map(({ resource, requirements: read }) => ({
    read,
    resourceName: resource.name,
    write: {
      requirementsKey: context.key(),
      resourceKey: resourceKey(resource),
      requirementsId: read.requirementsId,
      name: read.name,
      version: next(latest.requirements.get(read.requirementsId)),
    } satisfies RequirementsWrite,
  }));
  const write: DeploymentWrite = {
    deploymentKey: context.key(),
    deployedAt: context.now,
    resources: keyed.map(({ resource, resourceKey: key }) => resourceWrite(resource, key, latest)),
    processes: processes.map((one) => one.write),
    forms: formsOf(resources).map((form) => formWrite(form, resourceKey(form.resource), latest, context)),
    requirements: requirements.map((one) => one.write),
    decisions: requirements.flatMap((one) => decisionWrites(one.read.decisions, one.write, latest, context)),
    subscriptions: processes.flatMap((one) => subscriptionsOf(one.process, one.write, context)),
    timers: processes.flatMap((one) => timersOf(one.process, one.write, context)),
  };
  return { write, deployment: describeNew(write, resources) };
}

function processWrite(
  { graph, startFormId, hasStartForm }: ReadProcess,
  resourceKey: string,
  latest: LatestVersions,
  context: DeploymentContext,
): ProcessWrite {
  return {
    definitionKey: context.key(),
    resourceKey,
    processId: graph.processId,
    version: next(latest.processes.get(graph.processId)),
    versionTag: graph.versionTag ?? null,
    name: graph.name ?? null,
    startFormId,
    hasStartForm,
  };
}

function resourceWrite(resource: ReadResource, resourceKey: string, latest: LatestVersions): ResourceWrite {
  const { name, kind, checksum, content } = resource;
  return { resourceKey, name, kind, checksum, content, version: next(latest.resources.get(name)) };
}

function formWrite(
  { formId, versionTag }: { formId: string; versionTag: string | null },
  resourceKey: string,
  latest: LatestVersions,
  context: DeploymentContext,
): FormWrite {
  return { formKey: context.key(), resourceKey, formId, versionTag, version: next(latest.forms.get(formId)) };
}

function decisionWrites(
  decisions: readonly { decisionId: string; name: string; versionTag: string | null }[],
  { requirementsKey }: RequirementsWrite,
  latest: LatestVersions,
  context: DeploymentContext,
): DecisionWrite[] {
  return decisions.map((decision) => ({
    ...decision,
    decisionKey: context.key(),
    requirementsKey,
    version: next(latest.decisions.get(decision.decisionId)),
  }));
}

/** Message, signal and conditional starts; names by expression are evaluated now (SIG-5). */
function subscriptionsOf(
  { graph }: ReadProcess,
  { definitionKey, processId }: ProcessWrite,
  { env }: DeploymentContext,
): StartSubscription[] {
  return graph.starts.flatMap((spec): StartSubscription[] => {
    const { trigger, node, index } = spec;
    const start = { definitionKey, processId, elementId: node.elementId, definition: index };
    if (trigger.on === 'condition') return [{ ...start, kind: trigger.on, name: '' }];
    if (trigger.on !== 'message' && trigger.on !== 'signal') return [];
    const name = 'fixed' in trigger.name ? trigger.name.fixed : textOf(env.evaluate(trigger.name, NOTHING));
    return name === undefined ? [] : [{ ...start, kind: trigger.on, name }];
  });
}
const NOTHING = { get: () => undefined, all: () => ({}) };

function textOf(result: ReturnType<Env['evaluate']>): string | undefined {
  const value: unknown = result.ok ? JSON.parse(result.value) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function timersOf(
  { graph }: ReadProcess,
  { definitionKey, processId }: ProcessWrite,
  { env, tenantId }: DeploymentContext,
): StartTimer[] {
  return graph.starts.flatMap((spec) => {
    if (spec.trigger.on !== 'timer') return [];
    const schedule = scheduleStart(spec, env);
    if (!schedule.ok) return [];
    const { dueAt, repeatsLeft, every } = schedule.value;
    const { elementId } = spec.node;
    return [
      {
        tenantId,
        definitionKey,
        processId,
        elementId,
        definition: spec.index,
        dueAt,
        repeatsLeft,
        every: every ?? null,
      },
    ];
  });
}
