import { z } from 'zod';
import { pageRequest, searchResult, sortOrder } from '../v2/search.schema.ts';
import { userTaskState } from '../v2/user-tasks.schema.ts';
import { formId, key, processDefinitionId, variables } from '../v2/values.schema.ts';

export const lateness = z
  .enum(['none', 'in-time', 'soon', 'today', 'late'])
  .describe('How the due date stands to the product’s now: none = no due date; soon = within three days.');
export type Lateness = z.output<typeof lateness>;

export const personName = z.object({ userId: z.string(), name: z.string() });
export type PersonName = z.output<typeof personName>;

export const candidateLabel = z.object({
  group: z.string().describe('`role` or `role@office`.'),
  label: z.string().describe('Role and office as people call them.'),
});

export const taskRow = z
  .object({
    userTaskKey: key,
    name: z.string(),
    elementId: z.string(),
    state: userTaskState,
    processId: processDefinitionId,
    processTitle: z.string(),
    processCode: z.string().nullable(),
    processInstanceKey: key,
    rootProcessInstanceKey: key,
    businessId: z.string().nullable().describe('Case number, of the case that the task belongs to.'),
    office: z.string().nullable(),
    officeLabel: z.string().nullable(),
    assignee: personName.nullable(),
    candidates: z.array(candidateLabel),
    createdAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable(),
    dueDate: z.iso.datetime().nullable(),
    followUpDate: z.iso.datetime().nullable(),
    lateness,
    priority: z.int(),
    canClaim: z.boolean(),
  })
  .describe('A row of the task list.');
export type TaskRow = z.output<typeof taskRow>;

export const taskList = z
  .enum(['mine', 'offices', 'done'])
  .describe('mine = assigned to me; offices = nobody has it and I may take it; done = completed by me.');

export const taskSearch = z.strictObject({
  list: taskList,
  text: z.string().max(200).optional().describe('In the task, the procedure, the case number.'),
  processId: processDefinitionId.optional(),
  office: z.string().optional(),
  due: z.enum(['late', 'today', 'week', 'none']).optional(),
  sort: z
    .strictObject({
      field: z.enum([
        'dueDate',
        'createdAt',
        'completedAt',
        'name',
        'processTitle',
        'businessId',
        'priority',
      ]),
      order: sortOrder.default('ASC'),
    })
    .optional(),
  page: pageRequest.optional(),
});
export type TaskSearch = z.output<typeof taskSearch>;

export const taskSearchResult = searchResult(taskRow).extend({
  counts: z.object({
    mine: z.int(),
    offices: z.int(),
    lateMine: z.int(),
    lateOffices: z.int(),
  }),
});
export type TaskSearchResult = z.output<typeof taskSearchResult>;

export const formDefinition = z
  .object({
    formId,
    formKey: key,
    version: z.int(),
    schema: z.record(z.string(), z.unknown()).describe('form-js schema.'),
  })
  .describe('A form to fill in.');
export type FormDefinition = z.output<typeof formDefinition>;

export const stepState = z.enum(['active', 'completed', 'terminated', 'incident']);

export const caseStep = z
  .object({
    elementInstanceKey: key,
    elementId: z.string(),
    name: z.string(),
    type: z.string().describe('As `/v2` names element types, `USER_TASK`.'),
    state: stepState,
    processInstanceKey: key,
    userTaskKey: key.nullable(),
    calledProcessInstanceKey: key.nullable(),
    who: personName.nullable().describe('Who did it, or who has it.'),
    automatic: z.boolean().describe('It is over, and nobody did it: a clock, a message, a worker.'),
    candidates: z.array(candidateLabel),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    dueDate: z.iso.datetime().nullable(),
    lateness,
    incidentKey: key.nullable(),
  })
  .describe('A step of a case, in the order of time.');
export type CaseStep = z.output<typeof caseStep>;

export const taskDetail = z
  .object({
    task: taskRow,
    documentation: z.string().nullable(),
    form: formDefinition.nullable().describe('null: the task is only confirmed.'),
    externalFormReference: z.string().nullable(),
    variables: variables.describe('What the form begins with: the variables that the task sees.'),
    abilities: z.object({
      claim: z.boolean(),
      release: z.boolean(),
      complete: z.boolean(),
      assign: z.boolean(),
    }),
    assignableTo: z.array(personName).describe('People who may have it, where the person may assign it.'),
    caseTitle: z.string(),
    caseStartedAt: z.iso.datetime(),
    caseStartedBy: personName.nullable(),
    caseDueDate: z.iso.datetime().nullable(),
    caseLateness: lateness,
    processDefinitionKey: key,
    steps: z.array(caseStep),
  })
  .describe('Everything that the page of a task shows.');
export type TaskDetail = z.output<typeof taskDetail>;
