import { z } from 'zod';
import { diagramProblem } from '../errors.ts';
import { key, processDefinitionId } from '../v2/values.schema.ts';

export const editMark = z
  .object({ at: z.iso.datetime(), by: z.string().describe('User id.'), byName: z.string() })
  .describe('Who did it and when.');

export const publishedVersion = z.object({
  processDefinitionKey: key,
  version: z.int(),
  versionTag: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable().describe('User id; null where it came with the product.'),
  publishedByName: z.string().nullable(),
  running: z.int().describe('Cases in progress on this version.'),
});
export type PublishedVersion = z.output<typeof publishedVersion>;

export const procedureRow = z
  .object({
    processId: processDefinitionId,
    code: z.string().nullable().describe('Code of the annex (`A1.2.1.1`); null where the process has none.'),
    title: z.string(),
    macro: z.string().nullable().describe('Title of the macro-process.'),
    path: z
      .array(z.object({ code: z.string(), title: z.string() }))
      .describe('Levels of the taxonomy above the procedure, the outermost first.'),
    shared: z.boolean().describe('A part that other processes call, not a procedure of its own.'),
    latest: publishedVersion.nullable().describe('null while there is only a draft.'),
    draft: editMark.nullable(),
    newerSeed: z.boolean().describe('The product brings a newer official version than the owner’s.'),
    running: z.int(),
    late: z.int(),
    incidents: z.int(),
    canStart: z.boolean(),
    canEdit: z.boolean(),
  })
  .describe('A procedure of the register.');
export type ProcedureRow = z.output<typeof procedureRow>;

export const registerResult = z.object({ procedures: z.array(procedureRow) });
export type RegisterResult = z.output<typeof registerResult>;

export const sourceLines = z.object({
  file: z.string(),
  lines: z.array(z.tuple([z.int(), z.int()])).describe('First and last line of each part.'),
});

export const sheetTerm = z
  .object({
    id: z.string(),
    label: z.string().nullable(),
    kind: z.enum(['fixed-date', 'duration']),
    date: z.string().nullable().describe('`MM-DD`, with fixed-date.'),
    amount: z.int().nullable(),
    unit: z.enum(['calendar-days', 'working-days', 'months', 'years']).nullable(),
    basis: z.string().nullable().describe('Legal basis, as the documents give it.'),
    reminder: z.string().nullable().describe('How long before, ISO 8601 duration.'),
  })
  .describe('A term.');

export const sheetStep = z
  .object({
    elementId: z.string(),
    name: z.string(),
    type: z.string().describe('BPMN type, `bpmn:UserTask`.'),
    lane: z.string().nullable(),
    roles: z.array(z.string()).describe('Roles that do it, with their labels.'),
    source: sourceLines.nullable(),
    origin: z.string().nullable().describe('Rule that put it here, where the text only implies it.'),
  })
  .describe('A step of the procedure, in reading order.');
export type SheetStep = z.output<typeof sheetStep>;

export const sheet = z
  .object({
    procedure: procedureRow,
    documentation: z.string().nullable(),
    triggers: z.array(z.string()),
    outputs: z.array(z.string()),
    roles: z.array(z.object({ role: z.string(), label: z.string(), answersFor: z.string().nullable() })),
    terms: z.array(sheetTerm),
    steps: z.array(sheetStep),
    source: sourceLines.nullable(),
    uncertain: z.array(z.string()).describe('What could not be read in the source.'),
    calls: z.array(z.object({ processId: z.string(), title: z.string() })),
    calledBy: z.array(z.object({ processId: z.string(), title: z.string() })),
    versions: z.array(publishedVersion).describe('The newest first.'),
  })
  .describe('Sheet of a procedure, computed from its published diagram.');
export type Sheet = z.output<typeof sheet>;

/** A form or a decision that is published together with its diagram. */
export const bundleFile = z.object({
  name: z.string().min(1).max(255).describe('File name, with `.form` or `.dmn`.'),
  content: z.string(),
});
export type BundleFile = z.output<typeof bundleFile>;

export const draft = z
  .object({
    processId: processDefinitionId,
    xml: z.string(),
    files: z.array(bundleFile).describe('Forms and decisions of the bundle, as last published or drafted.'),
    revision: z.int().describe('0 while nothing has been saved: the xml is that of the latest version.'),
    saved: editMark.nullable(),
    basedOn: key.nullable().describe('Version that the draft began from.'),
    basedOnLatest: z.boolean().describe('false where somebody has published since.'),
  })
  .describe('What the modeler opens: the draft, or the latest version where there is none.');
export type Draft = z.output<typeof draft>;

export const saveDraftRequest = z.strictObject({
  xml: z.string().min(1),
  files: z.array(bundleFile).optional().describe('Left out: as they were.'),
  revision: z.int().gte(0).describe('Revision that was opened; another one in between refuses the save.'),
});

export const publishDraftRequest = z.strictObject({
  revision: z.int().gte(0),
  note: z.string().max(2000).optional().describe('What changed, for the list of versions.'),
});

export const publicationResult = z.object({
  processDefinitionKey: key,
  processId: processDefinitionId,
  version: z.int(),
  problems: z.array(diagramProblem).describe('Warnings only.'),
});

export const checkDiagramRequest = z.strictObject({
  xml: z.string(),
  files: z.array(bundleFile).optional().describe('Left out: those of the draft, or of the latest version.'),
});

export const checkDiagramResult = z.object({ problems: z.array(diagramProblem) });
