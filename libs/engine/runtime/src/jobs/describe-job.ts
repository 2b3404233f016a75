import { encodeKey, type InstanceState, type JobPurpose, type JsonText, type Key } from '@iter/engine-core';
import type { ActivatedJob, ListenedTask, Variables } from '../engine.ts';
import { globalKey, localKey } from '../global-key.ts';
import type { TakenJob } from '../ports/schedule.ts';
import type { KeyPair } from '../rows.ts';
import type { LiveInstance } from '../turns/state-cache.ts';

/** What a worker gets of a job it has leased; undefined where the job is not open (any more). */
export function describeJob(
  live: LiveInstance,
  pair: KeyPair,
  taken: TakenJob,
  worker: string,
  fetchVariables: readonly string[],
): ActivatedJob | undefined {
  const { state, facts } = live;
  const key = localKey(state, pair);
  const wait = key === undefined ? undefined : state.waits.get(key);
  if (wait?.kind !== 'job') return undefined;
  return {
    jobKey: taken.key,
    tenantId: facts.tenantId,
    type: wait.jobType,
    ...kindOf(wait.purpose),
    processInstanceKey: encodeKey({ instance: facts.instance, local: 0 }),
    rootProcessInstanceKey: encodeKey({ instance: facts.rootInstance, local: 0 }),
    processDefinitionKey: state.definitionKey,
    processDefinitionId: facts.processId,
    processDefinitionVersion: facts.processVersion,
    elementId: wait.elementId,
    elementInstanceKey: encodeKey(globalKey(state, wait.owner)),
    customHeaders: wait.headers,
    worker,
    retries: taken.retries,
    deadline: taken.deadline,
    variables: visibleVariables(state, wait.owner, fetchVariables),
    businessId: facts.businessId,
    tags: facts.tags,
    userTask: wait.purpose.of === 'task-listener' ? listenedTask(state, wait.owner) : null,
  };
}

/** The task that a listener is asked about. */
function listenedTask(state: InstanceState, owner: Key): ListenedTask | null {
  const task = [...state.waits.values()].find((wait) => wait.kind === 'user-task' && wait.owner === owner);
  if (task?.kind !== 'user-task') return null;
  const { action = '', changes = {} } = task.transition ?? {};
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority } = {
    ...task,
    ...changes,
  };
  return {
    userTaskKey: encodeKey(globalKey(state, task.key)),
    action,
    assignee: assignee ?? null,
    candidateGroups,
    candidateUsers,
    dueDate: dueDate ?? null,
    followUpDate: followUpDate ?? null,
    priority,
    changedAttributes: Object.keys(changes),
  };
}

function kindOf(purpose: JobPurpose): Pick<ActivatedJob, 'kind' | 'listenerEventType'> {
  switch (purpose.of) {
    case 'execution-listener':
      return { kind: 'execution-listener', listenerEventType: purpose.on };
    case 'task-listener':
      return { kind: 'task-listener', listenerEventType: purpose.on };
    case 'ad-hoc':
      return { kind: 'ad-hoc', listenerEventType: null };
    case 'task':
      return { kind: 'bpmn-element', listenerEventType: null };
  }
}

/** Variables in sight of an element: the nearest scope wins (DAT-1). Empty `names`: all. */
export function visibleVariables(state: InstanceState, from: Key, names: readonly string[]): Variables {
  const wanted = names.length > 0 ? new Set(names) : undefined;
  const found: Record<string, JsonText> = {};
  for (
    let element = state.elements.get(from);
    element !== undefined;
    element = state.elements.get(element.scopeKey)
  )
    for (const [name, { value }] of element.variables ?? [])
      if (!Object.hasOwn(found, name) && (wanted?.has(name) ?? true)) found[name] = value;
  return found;
}
