import type { CommandOf, JsonText, Values } from '@iter/engine-core';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { Actor } from '../engine.ts';
import type { Numbers } from '../numbers.ts';
import type { InstanceFacts } from '../ports/instance-store.ts';
import type { StartTask } from '../turns/first-turn.ts';
import type { MakeEnv } from '../env/turn-env.ts';
import { withCaseNumber } from './case-number.ts';
import type { CompiledDefinition } from './definition-cache.ts';
import { officeOfStart } from './office-of-start.ts';

export interface StartRequest {
  readonly definition: CompiledDefinition;
  readonly actor: Actor;
  readonly variables: Values;
  readonly command: Omit<CommandOf<'start-instance'>, 'type' | 'variables' | 'businessId'>;
  readonly businessId?: string | undefined;
  readonly tags?: readonly string[];
  readonly startedByKey?: string | null;
  /** Given for a called instance. */
  readonly instance?: number;
  readonly parent?: Pick<InstanceFacts, 'rootInstance' | 'month' | 'businessId' | 'tags' | 'parent'>;
  readonly consumes: string | null;
}
/** The office's part of a case number; undefined: the office gives none. */
export type OfficeCode = (tenantId: string, office: string) => Promise<string | undefined>;

export interface StarterParts {
  readonly numbers: Numbers;
  readonly clocks: TenantClocks;
  readonly officeCode: OfficeCode;
  readonly zone: (tenantId: string) => string;
  readonly env: MakeEnv;
}

/** Makes the task that starts an instance: its number, its facts, and whether the case is counted. */
export async function startTask(request: StartRequest, parts: StarterParts): Promise<StartTask> {
  const { definition, actor, consumes } = request;
  await parts.numbers.ready();
  const instance = request.instance ?? parts.numbers.draw();
  const startedAt = parts.clocks.now(definition.tenantId);
  const businessId = request.parent?.businessId ?? request.businessId ?? null;
  const isCounted = !request.parent && businessId === null;
  const counted = isCounted ? await countedCase(request, { instance, at: startedAt }, parts) : undefined;
  return {
    facts: factsOf(request, instance, startedAt),
    definition,
    businessId,
    counted,
    command: (given) => startCommand(request, given, counted !== undefined),
    actor,
    consumes,
  };
}

/** A called case has its caller's number; any other is counted by the office that runs it. */
async function countedCase(
  request: StartRequest,
  { instance, at }: { readonly instance: number; readonly at: number },
  parts: StarterParts,
): Promise<StartTask['counted']> {
  const { definition } = request;
  const { tenantId } = definition;
  const command = startCommand(request, null, false);
  const office = await officeOfStart({ definition, instance, at, command }, parts.env);
  const code = office === undefined ? undefined : await parts.officeCode(tenantId, office);
  return code === undefined ? undefined : withCaseNumber(tenantId, code, at, parts.zone(tenantId));
}

function factsOf(
  { definition, parent, tags, startedByKey }: StartRequest,
  instance: number,
  startedAt: number,
): Omit<InstanceFacts, 'businessId'> {
  return {
    tenantId: definition.tenantId,
    instance,
    definitionKey: definition.definitionKey,
    processId: definition.processId,
    processVersion: definition.version,
    processName: definition.name ?? definition.processId,
    rootInstance: parent?.rootInstance ?? instance,
    month: parent?.month ?? `${new Date(startedAt).toISOString().slice(0, 7)}-01`,
    parent: parent?.parent ?? null,
    tags: parent?.tags ?? tags ?? [],
    startedAt,
    startedByKey: startedByKey ?? null,
  };
}

function startCommand(
  request: StartRequest,
  businessId: string | null,
  counted: boolean,
): CommandOf<'start-instance'> {
  return {
    type: 'start-instance',
    ...request.command,
    variables: request.variables,
    ...(businessId === null ? {} : { businessId }),
    ...(counted && businessId !== null && { own: { pratica: JSON.stringify(businessId) as JsonText } }),
  };
}
