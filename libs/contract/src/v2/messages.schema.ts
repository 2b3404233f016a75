import { z } from 'zod';
import { key, tenantId, variables } from './values.schema.ts';

export const messagePublication = z.strictObject({
  name: z.string().min(1),
  correlationKey: z.string().default(''),
  timeToLive: z.int().gte(0).default(0).describe('Milliseconds that the message waits for a subscriber.'),
  messageId: z
    .string()
    .optional()
    .describe('A second message with the same id is refused while the first lives.'),
  variables: variables.optional(),
  tenantId: tenantId.optional(),
});
export const messagePublicationResult = z.object({ tenantId, messageKey: key });

export const messageCorrelation = z.strictObject({
  name: z.string().min(1),
  correlationKey: z.string().default(''),
  variables: variables.optional(),
  tenantId: tenantId.optional(),
});
export const messageCorrelationResult = z.object({ tenantId, messageKey: key, processInstanceKey: key });

export const signalBroadcast = z.strictObject({
  signalName: z.string().min(1),
  variables: variables.optional(),
  tenantId: tenantId.optional(),
});
export const signalBroadcastResult = z.object({ tenantId, signalKey: key });

export const conditionalEvaluation = z.strictObject({
  processDefinitionKey: key.optional().describe('Only this process, in its latest version.'),
  variables,
  tenantId: tenantId.optional(),
});
export const conditionalEvaluationResult = z.object({
  conditionalEvaluationKey: key,
  tenantId,
  processInstances: z.array(z.object({ processDefinitionKey: key, processInstanceKey: key })),
});
