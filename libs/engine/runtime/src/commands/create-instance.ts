import { decodeKey, encodeKey } from '@iter/engine-core';
import { refusal, rejected } from '../answers.ts';
import type { EngineParts } from '../assemble.ts';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import { startTask } from '../definitions/starter.ts';
import type { Answer, CreatedInstance, CreateInstance, DefinitionSelector, Variables } from '../engine.ts';
import { within } from '../sleep.ts';

/** Starts an instance and, where that is asked for, waits for its end. */
export async function createInstance(
  parts: EngineParts,
  command: CreateInstance,
): Promise<Answer<CreatedInstance>> {
  const { tenantId, actor, variables, businessId, tags, startBefore, awaitCompletion } = command;
  const definition = await findDefinition(parts, tenantId, command.definition);
  if (!definition) {
    const message = `Expected a process definition ${JSON.stringify(command.definition)}, but there is none`;
    return rejected({ code: 'NOT_FOUND', message, field: 'definition' });
  }
  const task = await startTask(
    {
      definition,
      actor,
      variables,
      command: startBefore ? { at: startBefore } : {},
      businessId,
      tags: tags ?? [],
      consumes: null,
    },
    parts.starter,
  );
  const end = awaitCompletion && endOf(parts, task.facts.instance);
  const result = await parts.runner.start(task);
  if (result.is !== 'done') {
    end?.off();
    return refusal(result);
  }
  const { facts } = result.turn.live;
  const created: CreatedInstance = {
    processInstanceKey: encodeKey({ instance: facts.instance, local: 0 }),
    processDefinitionKey: definition.definitionKey,
    processDefinitionId: definition.processId,
    version: definition.version,
    businessId: facts.businessId,
    tags: facts.tags,
  };
  if (!end || !awaitCompletion) return { ok: true, value: created };
  const ended = await within(awaitCompletion.timeoutMs, end.reached);
  end.off();
  if (!ended) {
    const message = `Expected instance ${created.processInstanceKey} to end within ${awaitCompletion.timeoutMs} ms, but it goes on`;
    return rejected({ code: 'TIMEOUT', message });
  }
  const all = await parts.ports.instances.rootVariables(facts.instance);
  return { ok: true, value: { ...created, variables: chosen(all, awaitCompletion.fetchVariables) } };
}

function chosen(all: Variables, names: readonly string[]): Variables {
  if (names.length === 0) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function endOf({ ended }: EngineParts, instance: number): { readonly reached: Promise<void>; off(): void } {
  let resolve: () => void = () => undefined;
  const reached = new Promise<void>((done) => {
    resolve = done;
  });
  const listeners = ended.get(instance) ?? new Set();
  ended.set(instance, listeners.add(resolve));
  return {
    reached,
    off: () => {
      listeners.delete(resolve);
      if (listeners.size === 0) ended.delete(instance);
    },
  };
}

function findDefinition(
  parts: EngineParts,
  tenantId: string,
  selector: DefinitionSelector,
): Promise<CompiledDefinition | undefined> {
  if ('processDefinitionKey' in selector) {
    if (!decodeKey(selector.processDefinitionKey)) return Promise.resolve(undefined);
    return parts.definitions.find(tenantId, { definitionKey: selector.processDefinitionKey });
  }
  const { processDefinitionId: processId, version } = selector;
  return parts.definitions.find(tenantId, { processId, version: version ?? 'latest' });
}
