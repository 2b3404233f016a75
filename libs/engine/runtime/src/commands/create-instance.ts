import { decodeKey, encodeKey } from '@iter/engine-core';
import type { Admission } from '../admission.ts';
import { refusal, rejected } from '../answers.ts';
import type { EngineParts } from '../assemble.ts';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import { startTask, type StartRequest } from '../definitions/starter.ts';
import type { InstanceFacts } from '../ports/instance-store.ts';
import type { Answer, CreatedInstance, CreateInstance, DefinitionSelector, Variables } from '../engine.ts';
import { within } from '../sleep.ts';

/** Starts an instance and, where that is asked for, waits for its end; only the start takes a place in the queue. */
export async function createInstance(
  parts: EngineParts,
  admission: Admission,
  command: CreateInstance,
): Promise<Answer<CreatedInstance>> {
  const started = await admission.admit(() => start(parts, command));
  if (!started.ok) return started;
  const { facts, end } = started.value;
  const created = describe(facts);
  const { awaitCompletion } = command;
  if (!end || !awaitCompletion) return { ok: true, value: created };
  const reached = await within(awaitCompletion.timeoutMs, end.reached);
  end.off();
  if (!reached) {
    const message = `Expected instance ${created.processInstanceKey} to end within ${awaitCompletion.timeoutMs} ms, but it goes on`;
    return rejected({ code: 'TIMEOUT', message });
  }
  const all = await parts.ports.instances.rootVariables(facts.instance);
  return { ok: true, value: { ...created, variables: chosen(all, awaitCompletion.fetchVariables) } };
}

interface Started {
  readonly facts: InstanceFacts;
  /** Where the end is awaited. */
  readonly end: End | undefined;
}
async function start(parts: EngineParts, command: CreateInstance): Promise<Answer<Started>> {
  const definition = await findDefinition(parts, command.tenantId, command.definition);
  if (!definition) {
    const message = `Expected a process definition ${JSON.stringify(command.definition)}, but there is none`;
    return rejected({ code: 'NOT_FOUND', message, field: 'definition' });
  }
  const task = await startTask(requestOf(command, definition), parts.starter);
  // Listened for before the start: a short instance ends with its first turn.
  const end = command.awaitCompletion && endOf(parts, task.facts.instance);
  const result = await parts.runner.start(task);
  if (result.is === 'done') return { ok: true, value: { facts: result.turn.live.facts, end } };
  end?.off();
  return refusal(result);
}

function requestOf(command: CreateInstance, definition: CompiledDefinition): StartRequest {
  const { actor, variables, businessId, tags, startBefore } = command;
  return {
    definition,
    actor,
    variables,
    command: startBefore ? { at: startBefore } : {},
    businessId,
    tags: tags ?? [],
    consumes: null,
  };
}

function describe(facts: InstanceFacts): CreatedInstance {
  return {
    processInstanceKey: encodeKey({ instance: facts.instance, local: 0 }),
    processDefinitionKey: facts.definitionKey,
    processDefinitionId: facts.processId,
    version: facts.processVersion,
    businessId: facts.businessId,
    tags: facts.tags,
  };
}

function chosen(all: Variables, names: readonly string[]): Variables {
  if (names.length === 0) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

interface End {
  readonly reached: Promise<void>;
  off(): void;
}
function endOf({ ended }: EngineParts, instance: number): End {
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
