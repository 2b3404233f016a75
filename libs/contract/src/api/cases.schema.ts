import { z } from 'zod';
import { incidentErrorType, incidentResult } from '../v2/incidents.schema.ts';
import { processInstanceState } from '../v2/process-instances.schema.ts';
import { pageRequest, searchResult, sortOrder } from '../v2/search.schema.ts';
import { key, processDefinitionId } from '../v2/values.schema.ts';
import { variableSearchItem } from '../v2/variables.schema.ts';
import { caseOperation } from './operations.schema.ts';
import { caseStep, formDefinition, lateness, personName } from './tasks.schema.ts';
import { officeLabel } from './session.schema.ts';

export const caseRow = z
  .object({
    processInstanceKey: key,
    businessId: z.string().nullable(),
    processId: processDefinitionId,
    processTitle: z.string(),
    processCode: z.string().nullable(),
    processDefinitionKey: key,
    version: z.int(),
    state: processInstanceState,
    suspended: z.boolean().describe('It stands still until somebody resumes it.'),
    hasIncident: z.boolean(),
    office: z.string().nullable(),
    officeLabel: z.string().nullable(),
    startedAt: z.iso.datetime(),
    startedBy: personName.nullable(),
    endedAt: z.iso.datetime().nullable(),
    dueDate: z.iso.datetime().nullable().describe('The case’s term.'),
    lateness,
    outcome: z.string().nullable().describe('Variable `esito`, as text.'),
    currentSteps: z.array(z.object({ elementId: z.string(), name: z.string(), who: personName.nullable() })),
  })
  .describe('A row of the list of cases.');
export type CaseRow = z.output<typeof caseRow>;

export const caseSearch = z.strictObject({
  state: z.enum(['active', 'completed', 'terminated']).optional(),
  processId: processDefinitionId.optional(),
  office: z.string().optional(),
  late: z.boolean().optional(),
  incident: z.boolean().optional(),
  text: z.string().max(200).optional().describe('In the case number, the procedure and the case’s texts.'),
  includeCalled: z.boolean().optional().describe('Also the cases that others called; not unless told.'),
  sort: z
    .strictObject({
      field: z.enum(['startedAt', 'endedAt', 'dueDate', 'businessId', 'processTitle']),
      order: sortOrder.default('ASC'),
    })
    .optional(),
  page: pageRequest.optional(),
});
export type CaseSearch = z.output<typeof caseSearch>;

export const caseSearchResult = searchResult(caseRow).extend({
  counts: z
    .object({ active: z.int(), late: z.int(), incidents: z.int() })
    .describe('Of everything that the person may see, without the filter.'),
});
export type CaseSearchResult = z.output<typeof caseSearchResult>;

/** Why a case stands still: every code the engine has. People read the text of the code and its parameters. */
export const incidentCode = z.enum([
  ...incidentErrorType.exclude(['UNHANDLED_ERROR_EVENT', 'UNSPECIFIED']).options,
  'STEP_LIMIT',
  'UNHANDLED_ERROR',
]);
export type IncidentCode = z.output<typeof incidentCode>;

export const caseIncident = incidentResult
  .extend({
    elementName: z.string(),
    code: incidentCode,
    params: z
      .object({ step: z.string(), jobType: z.string(), errorCode: z.string() })
      .describe('For the text of the code, `monitor:incidents.codes.<code>`; empty where it has none.'),
  })
  .describe('`errorMessage` is the technical detail, in English.');

export const caseDetail = z
  .object({
    case: caseRow,
    parent: z.object({ processInstanceKey: key, processTitle: z.string() }).nullable(),
    calls: z.array(
      z.object({
        processInstanceKey: key,
        processTitle: z.string(),
        elementId: z.string(),
        state: processInstanceState,
      }),
    ),
    steps: z.array(caseStep),
    variables: z.array(variableSearchItem),
    incidents: z.array(caseIncident),
    operations: z.array(caseOperation).describe('What people did to the case as a whole, the latest first.'),
    abilities: z.object({
      cancel: z.boolean(),
      suspend: z.boolean(),
      resume: z.boolean(),
      resolve: z.boolean(),
      editVariables: z.boolean(),
    }),
  })
  .describe('Everything that the page of a case shows.');
export type CaseDetail = z.output<typeof caseDetail>;

export const startPage = z
  .object({
    processId: processDefinitionId,
    processDefinitionKey: key,
    version: z.int(),
    title: z.string(),
    code: z.string().nullable(),
    documentation: z.string().nullable(),
    form: formDefinition.nullable(),
    offices: z
      .array(officeLabel)
      .describe('Offices that the person may start it for; the first is the usual.'),
  })
  .describe('What the page that starts a procedure shows.');
export type StartPage = z.output<typeof startPage>;

export const startRequest = z.strictObject({
  office: z.string().optional().describe('Office that runs the case; needed where there are several.'),
  variables: z.record(z.string(), z.unknown()).optional(),
});
export const startResult = z.object({ processInstanceKey: key, businessId: z.string().nullable() });
