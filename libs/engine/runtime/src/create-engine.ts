import { decodeKey, encodeKey, type Command, type Key } from '@iter/engine-core';
import { assemble, type EngineParts } from './assemble.ts';
import { deployResources, readDeployment } from './definitions/deploy.ts';
import type { CompiledDefinition } from './definitions/definition-cache.ts';
import { startTask } from './definitions/starter.ts';
import type { EngineOptions, EnginePorts } from './engine-options.ts';
import type {
  Answer,
  Caller,
  CreatedInstance,
  CreateInstance,
  DefinitionSelector,
  DeployedNotice,
  Engine,
  EngineRejection,
  Variables,
} from './engine.ts';
import { sleep, within } from './sleep.ts';
import { Sweeper } from './sweeper.ts';
import type { TurnResult } from './turns/turn-runner.ts';

/**
 * One engine node. All commands are durable when they answer `ok`; what is refused is told as a rejection, and
 * only what should not happen is thrown.
 */
export function createEngine(ports: EnginePorts, options: EngineOptions): Engine {
  const deployedListeners = new Set<(notice: DeployedNotice) => void>();
  let accepting = false;
  let lastCommit: number | null = null;

  const engine: Engine = {
    start: async () => {
      await parts.clocks.reload();
      await parts.numbers.ready();
      if (options.worker !== false) await parts.dispatchQueue.start();
      for (const alarm of parts.alarms) await alarm.start();
      accepting = true;
      if (options.worker === false) return;
      parts.timers.start();
      sweeper.start();
    },
    stop: async () => {
      accepting = false;
      parts.desk.stop();
      await sweeper.stop();
      await parts.timers.stop();
      await parts.dispatchQueue.stop();
      for (const alarm of parts.alarms) await alarm.stop();
      while (parts.runner.length > 0 || parts.router.length > 0) await sleep(5);
    },

    deploy: async (command) => {
      const { clocks, numbers, definitions, zone } = parts;
      const answer = await deployResources(command, command.resources, {
        store: ports.definitions,
        cache: definitions,
        clocks,
        numbers,
        zone,
      });
      if (!answer.ok) return answer;
      const { deployment, created } = answer.value;
      parts.decisions.forget();
      if (created) {
        parts.timers.look();
        sweeper.soon();
        const processDefinitionIds = deployment.processes.map((process) => process.processDefinitionId);
        for (const listener of deployedListeners)
          listener({ tenantId: command.tenantId, processDefinitionIds });
      }
      return { ok: true, value: deployment };
    },
    check: async ({ resources }) => (await readDeployment(resources)).problems,

    createInstance: (command) => admitted(() => createInstance(parts, command)),
    cancelInstance: (command) =>
      submit(command, 'processInstanceKey', command.processInstanceKey, () => ({ type: 'cancel-instance' })),
    setVariables: (command) => {
      const { variables, local } = command;
      return submit(command, 'elementInstanceKey', command.elementInstanceKey, (scopeKey) => ({
        type: 'set-variables',
        scopeKey,
        variables,
        local,
      }));
    },
    resolveIncident: (command) =>
      submit(command, 'incidentKey', command.incidentKey, (key) => ({ type: 'resolve-incident', key })),

    publishMessage: (command) =>
      admitted(async () => {
        const messageKey = await parts.messages.publish({ ...command, messageId: command.messageId ?? null });
        if (messageKey !== undefined) return { ok: true, value: { messageKey } };
        const message = `Expected message id '${command.messageId}' to be new for '${command.name}', but it is buffered`;
        return rejected({ code: 'ALREADY_EXISTS', message });
      }),
    correlateMessage: (command) =>
      admitted(async () => {
        const found = await parts.messages.correlate(command);
        if (!found) {
          const message = `Expected something to wait for message '${command.name}' with key '${command.correlationKey}', but nothing does`;
          return rejected({ code: 'NOT_FOUND', message });
        }
        const processInstanceKey = encodeKey({ instance: found.instance, local: 0 });
        return { ok: true, value: { messageKey: found.messageKey, processInstanceKey } };
      }),
    broadcastSignal: (command) =>
      admitted(async () => {
        const signalKey = await parts.numbers.key();
        await parts.messages.broadcast(command);
        return { ok: true, value: { signalKey } };
      }),

    activateJobs: (command) => parts.desk.activate(command),
    completeJob: (command) => {
      const { variables, result } = command;
      return submit(command, 'jobKey', command.jobKey, (key) => ({
        type: 'complete-job',
        key,
        variables,
        ...(result ? { result } : {}),
      }));
    },
    failJob: (command) => {
      const { message, retries, variables, backOffMs } = command;
      const retryAt = parts.clocks.now(command.tenantId) + backOffMs;
      return submit(command, 'jobKey', command.jobKey, (key) => ({
        type: 'fail-job',
        key,
        message,
        retries,
        variables,
        ...(backOffMs > 0 ? { retryAt } : {}),
      }));
    },
    throwJobError: (command) => {
      const { errorCode: code, message, variables } = command;
      return submit(command, 'jobKey', command.jobKey, (key) => ({
        type: 'throw-job-error',
        key,
        code,
        message,
        variables,
      }));
    },
    updateJob: async (command) => {
      const { jobKey, retries, timeoutMs } = command;
      if (retries !== undefined) {
        const answer = await submit(command, 'jobKey', jobKey, (key) => ({
          type: 'update-job',
          key,
          retries,
        }));
        if (!answer.ok) return answer;
      }
      if (timeoutMs === undefined || (await ports.jobs.extend(jobKey, timeoutMs)))
        return { ok: true, value: undefined };
      const message = `Expected job ${jobKey} to be held by a worker, but it is not`;
      return rejected({ code: 'NOT_FOUND', message, field: 'jobKey' });
    },

    assignUserTask: (command) => {
      const { assignee, allowOverride, action } = command;
      return submit(command, 'userTaskKey', command.userTaskKey, (key) => ({
        type: 'assign-user-task',
        key,
        assignee,
        allowOverride,
        ...optional({ action }),
      }));
    },
    unassignUserTask: (command) =>
      submit(command, 'userTaskKey', command.userTaskKey, (key) => ({ type: 'unassign-user-task', key })),
    updateUserTask: (command) => {
      const { changes, action } = command;
      return submit(command, 'userTaskKey', command.userTaskKey, (key) => ({
        type: 'update-user-task',
        key,
        changes,
        ...optional({ action }),
      }));
    },
    completeUserTask: (command) => {
      const { variables, action } = command;
      return submit(command, 'userTaskKey', command.userTaskKey, (key) => ({
        type: 'complete-user-task',
        key,
        variables,
        ...optional({ action }),
      }));
    },

    now: (tenantId) => parts.clocks.now(tenantId),
    clock: (tenantId) => parts.clocks.of(tenantId),
    setClock: (tenantId, clock) => parts.clocks.set(tenantId, clock),

    onCommitted: (listener) => parts.afterCommit.listen(listener),
    onDeployed: (listener) => {
      deployedListeners.add(listener);
      return () => void deployedListeners.delete(listener);
    },
    status: () => ({
      queuedCommands: parts.runner.length,
      cachedInstances: parts.cache.size,
      lastCommitAgoMs: lastCommit === null ? null : Date.now() - lastCommit,
      accepting,
    }),
  };

  const parts = assemble(ports, options, engine);
  const sweeper = new Sweeper(parts);
  parts.afterCommit.listen(() => {
    lastCommit = Date.now();
  });
  ports.announcements.onDeployed((tenantId) => {
    for (const listener of deployedListeners) listener({ tenantId, processDefinitionIds: [] });
  });
  return engine;

  /** A command to one instance, named by any of its keys. */
  function submit(
    caller: Caller,
    field: string,
    text: string,
    command: (key: Key) => Command,
  ): Promise<Answer<void>> {
    const key = decodeKey(text);
    if (!key) {
      const message = `Expected a key below 2^63 in digits, but got '${text}'`;
      return Promise.resolve(rejected({ code: 'INVALID_ARGUMENT', message, field }));
    }
    const { tenantId, actor } = caller;
    return admitted(async () => {
      const result = await parts.runner.run({ key, tenantId, actor, command, consumes: null });
      return result.is === 'done' ? { ok: true, value: undefined } : refusal(result);
    });
  }

  /** Commands from outside are taken only while the queue is short enough to answer them in time. */
  async function admitted<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (accepting && parts.runner.length < parts.limits.maxQueued) return work();
    const message = accepting
      ? `Expected fewer than ${parts.limits.maxQueued} commands to wait, but there are more`
      : 'Expected the engine to be running, but it is not';
    return rejected({ code: 'OVERLOADED', message, retryAfter: 1 });
  }
}

async function createInstance(parts: EngineParts, command: CreateInstance): Promise<Answer<CreatedInstance>> {
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

function rejected(rejection: EngineRejection): { ok: false; rejection: EngineRejection } {
  return { ok: false, rejection };
}

function refusal(result: Exclude<TurnResult, { is: 'done' }>): { ok: false; rejection: EngineRejection } {
  if (result.is === 'rejected') return rejected(result.rejection);
  return rejected({
    code: 'INVALID_STATE',
    message: 'Expected the command to be open, but it was done already',
  });
}

/** Leaves out what is undefined. */
function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
