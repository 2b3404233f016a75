import type { CommandOf, Values } from '@iter/engine-core';
import type { TenantClocks } from '../clock/tenant-clocks.ts';
import type { Actor } from '../engine.ts';
import type { Numbers } from '../numbers.ts';
import type { InstanceFacts } from '../ports/instance-store.ts';
import type { StartTask } from '../turns/first-turn.ts';
import { officeOf, withCaseNumber } from './case-number.ts';
import type { CompiledDefinition } from './definition-cache.ts';

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
}

/** Makes the task that starts an instance: its number, its facts, and whether the case is counted. */
export async function startTask(request: StartRequest, parts: StarterParts): Promise<StartTask> {
  const { definition, actor, consumes } = request;
  const { tenantId } = definition;
  await parts.numbers.ready();
  const instance = request.instance ?? parts.numbers.draw();
  const startedAt = parts.clocks.now(tenantId);
  const businessId = request.parent?.businessId ?? request.businessId ?? null;
  const office = request.parent || businessId !== null ? undefined : officeOf(request.variables);
  const code = office === undefined ? undefined : await parts.officeCode(tenantId, office);
  const counted =
    code === undefined ? undefined : withCaseNumber(tenantId, code, startedAt, parts.zone(tenantId));
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
  const pratica = counted && businessId !== null ? { pratica: JSON.stringify(businessId) } : {};
  return {
    type: 'start-instance',
    ...request.command,
    variables: { ...request.variables, ...pratica } as Values,
    ...(businessId === null ? {} : { businessId }),
  };
}
