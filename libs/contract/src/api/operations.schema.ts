import { z } from 'zod';
import { migrationInstruction, modificationInstruction } from '../v2/process-instances.schema.ts';
import { key } from '../v2/values.schema.ts';
import { personName } from './tasks.schema.ts';

/** Why something is done to a case; it stays in the history. */
const reason = z.string().trim().min(1).max(1000);

export const caseOperationType = z.enum([
  'canceled',
  'suspended',
  'resumed',
  'modified',
  'migrated',
  'variables-set',
  'incident-resolved',
  'deleted',
]);
export type CaseOperationType = z.output<typeof caseOperationType>;

export const caseOperation = z
  .object({
    processInstanceKey: key,
    operation: caseOperationType,
    at: z.iso.datetime(),
    who: personName.nullable().describe('null: nobody, the product itself.'),
    reason: z.string().nullable(),
    details: z
      .object({
        activated: z.array(z.string()).describe('Elements that were entered, by their ids.'),
        terminated: z.int().describe('How many steps were broken off.'),
        version: z.int(),
        processId: z.string(),
        variables: z.array(z.string()).describe('Names.'),
        businessId: z.string().nullable(),
      })
      .partial(),
  })
  .describe('Something that somebody did to a case as a whole: who, when, why.');
export type CaseOperation = z.output<typeof caseOperation>;

/** Body of the operations that need a reason and nothing else. */
export const reasonRequest = z.strictObject({ reason });

export const caseModification = modificationInstruction.extend({ reason });
export const caseMigration = migrationInstruction.extend({
  reason: reason.optional().describe('Needed unless nothing is to be changed.'),
  dryRun: z.boolean().default(false).describe('Only tell what does not fit.'),
});
export const caseMigrationResult = z.object({
  migrated: z.boolean(),
  problems: z.array(z.string()).describe('What does not fit, in English, for who drew the diagram.'),
});
