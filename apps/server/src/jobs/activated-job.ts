import type { ActivatedJob as ContractJob, JobKind, JobListenerEventType } from '@iter/contract';
import { jobListenerEventType } from '@iter/contract';
import type { ActivatedJob, ListenedTask } from '@iter/engine-runtime';
import { fromVariables } from '../engine/variables.ts';

const kinds: Readonly<Record<ActivatedJob['kind'], JobKind>> = {
  'bpmn-element': 'BPMN_ELEMENT',
  'execution-listener': 'EXECUTION_LISTENER',
  'task-listener': 'TASK_LISTENER',
  'ad-hoc': 'AD_HOC_SUB_PROCESS',
};

/** A job as workers of Camunda 8 expect it. */
export function activatedJob(job: ActivatedJob): ContractJob {
  const { kind, listenerEventType, rootProcessInstanceKey, variables, tags, customHeaders, ...same } = job;
  const { businessId: _, userTask, ...rest } = same;
  return {
    ...rest,
    kind: kinds[kind],
    listenerEventType: eventType(listenerEventType),
    customHeaders: { ...customHeaders },
    variables: fromVariables(variables),
    tags: [...tags],
    rootProcessInstanceKey,
    userTask: userTask && userTaskProperties(userTask),
  };
}

/** Camunda has no key of the form for listeners where the task names its form by id. */
function userTaskProperties(task: ListenedTask): NonNullable<ContractJob['userTask']> {
  const { candidateGroups, candidateUsers, changedAttributes, ...same } = task;
  return {
    ...same,
    candidateGroups: [...candidateGroups],
    candidateUsers: [...candidateUsers],
    changedAttributes: [...changedAttributes],
    formKey: null,
  };
}

function eventType(name: string | null): JobListenerEventType {
  const parsed = jobListenerEventType.safeParse(name?.toUpperCase());
  return parsed.success ? parsed.data : 'UNSPECIFIED';
}
