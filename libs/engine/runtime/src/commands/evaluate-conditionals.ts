import { decodeKey, encodeKey, type CatchSpec, type VariableView } from '@iter/engine-core';
import type { Admission } from '../admission.ts';
import type { EngineParts } from '../assemble.ts';
import { rejected } from '../answers.ts';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import { startTask } from '../definitions/starter.ts';
import { gatherStart, triggersNeeded } from '../effects/gather-start.ts';
import type { Answer, ConditionalsEvaluated, EvaluateConditionals, StartedInstance } from '../engine.ts';
import { evaluateFeel } from '../env/expressions.ts';

/** Asks the conditional start events of the latest versions; each that is true starts an instance (INS-10). */
export function evaluateConditionals(
  parts: EngineParts,
  admission: Admission,
  command: EvaluateConditionals,
): Promise<Answer<ConditionalsEvaluated>> {
  return admission.admit(async () => {
    const { tenantId, processDefinitionKey } = command;
    const keys = await parts.ports.definitions.conditionalStarts(tenantId);
    if (processDefinitionKey !== undefined && !keys.includes(processDefinitionKey)) {
      const message = `Expected ${processDefinitionKey} to be the latest version of a process with conditional start events, but it is not`;
      const code = decodeKey(processDefinitionKey) ? 'NOT_FOUND' : 'INVALID_ARGUMENT';
      return rejected({ code, message, field: 'processDefinitionKey' });
    }
    const conditionalEvaluationKey = await parts.numbers.key();
    const instances: StartedInstance[] = [];
    for (const key of processDefinitionKey === undefined ? keys : [processDefinitionKey]) {
      const definition = await parts.definitions.load(tenantId, key);
      for (const spec of definition?.graph.starts ?? []) {
        const started = definition && (await startIfTrue(parts, command, definition, spec));
        if (started) instances.push(started);
      }
    }
    return { ok: true, value: { conditionalEvaluationKey, instances } };
  });
}

async function startIfTrue(
  parts: EngineParts,
  command: EvaluateConditionals,
  definition: CompiledDefinition,
  spec: CatchSpec,
): Promise<StartedInstance | undefined> {
  if (!isTrue(parts, command, spec)) return undefined;
  const { definitionKey, processId } = definition;
  const { tenantId, actor, variables } = command;
  const elementId = spec.node.elementId;
  const payload = {
    do: 'start',
    definitionKey,
    elementId,
    definition: spec.index,
    processId,
    messageKey: null,
    startedByKey: null,
    variables,
  } as const;
  const needed = triggersNeeded(definition, payload);
  const instance =
    needed > 0
      ? await gather(parts, { key: null, tenantId, actor, payload }, needed)
      : await start(parts, command, definition, elementId);
  return instance === undefined
    ? undefined
    : {
        processDefinitionKey: definitionKey,
        processInstanceKey: encodeKey({ instance, local: 0 }),
      };
}

async function gather(
  { ports, router, numbers }: EngineParts,
  trigger: Parameters<typeof gatherStart>[1],
  needed: number,
): Promise<number | undefined> {
  const effect = await gatherStart(ports.starts, trigger, needed, await numbers.key());
  const [delivered] = effect ? await router.dispatch([effect]) : [];
  return delivered?.instance;
}

async function start(
  { starter, runner }: EngineParts,
  { actor, variables }: EvaluateConditionals,
  definition: CompiledDefinition,
  startEventId: string,
): Promise<number | undefined> {
  const command = { startEventId, triggered: true };
  const task = await startTask({ definition, actor, variables, command, consumes: null }, starter);
  const result = await runner.start(task);
  return result.is === 'done' ? result.turn.live.facts.instance : undefined;
}

/** Null, another type and a failure are not yet true: there is no element that could have an incident (CND-6). */
function isTrue(
  { clocks, zone }: EngineParts,
  { tenantId, variables }: EvaluateConditionals,
  { trigger }: CatchSpec,
): boolean {
  if (trigger.on !== 'condition' || !('source' in trigger.test)) return false;
  const named = trigger.filter?.names;
  if (named && !named.some((name) => name in variables)) return false;
  const view: VariableView = { get: (name) => variables[name], all: () => variables };
  const limits = { now: clocks.now(tenantId), zone: zone(tenantId) };
  const result = evaluateFeel(trigger.test, view, limits);
  return result.ok && result.value === 'true';
}
