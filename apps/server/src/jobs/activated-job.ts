import type { ActivatedJob as ContractJob, JobKind, JobListenerEventType } from '@iter/contract';
import { jobListenerEventType } from '@iter/contract';
import type { ActivatedJob } from '@iter/engine-runtime';
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
  const { businessId: _, ...rest } = same;
  return {
    ...rest,
    kind: kinds[kind],
    listenerEventType: eventType(listenerEventType),
    customHeaders: { ...customHeaders },
    variables: fromVariables(variables),
    tags: [...tags],
    rootProcessInstanceKey,
    userTask: null,
  };
}

function eventType(name: string | null): JobListenerEventType {
  const parsed = jobListenerEventType.safeParse(name?.toUpperCase());
  return parsed.success ? parsed.data : 'UNSPECIFIED';
}
