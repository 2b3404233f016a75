import { z } from 'zod';
import { formId, key, processDefinitionId, tenantId } from './values.schema.ts';

export const deploymentProcess = z.object({
  processDefinitionId,
  processDefinitionVersion: z.int(),
  resourceName: z.string(),
  tenantId,
  processDefinitionKey: key,
});

export const deploymentForm = z.object({
  formId,
  version: z.int(),
  resourceName: z.string(),
  tenantId,
  formKey: key,
});

export const deploymentDecision = z.object({
  decisionDefinitionId: z.string(),
  version: z.int(),
  name: z.string(),
  tenantId,
  decisionRequirementsId: z.string(),
  decisionDefinitionKey: key,
  decisionRequirementsKey: key,
});

export const deploymentDecisionRequirements = z.object({
  decisionRequirementsId: z.string(),
  decisionRequirementsName: z.string(),
  version: z.int(),
  resourceName: z.string(),
  tenantId,
  decisionRequirementsKey: key,
});

export const deploymentResource = z.object({
  resourceId: z.string(),
  resourceName: z.string(),
  version: z.int(),
  tenantId,
  resourceKey: key,
});

/** One deployed thing: exactly one of the members is not null. */
export const deploymentMetadata = z.object({
  processDefinition: deploymentProcess.nullable(),
  decisionDefinition: deploymentDecision.nullable(),
  decisionRequirements: deploymentDecisionRequirements.nullable(),
  form: deploymentForm.nullable(),
  resource: deploymentResource.nullable(),
});
export type DeploymentMetadata = z.output<typeof deploymentMetadata>;

export const deploymentResult = z
  .object({ deploymentKey: key, tenantId, deployments: z.array(deploymentMetadata) })
  .describe('What a deployment made.');
export type DeploymentResult = z.output<typeof deploymentResult>;

/** A file of a multipart request: text or a `Blob` where the client sends it, bytes where the server reads it. */
export interface UploadedFile {
  readonly name: string;
  readonly content: string | Blob | Uint8Array;
}
const uploadedFile = z.custom<UploadedFile>(
  (value) => typeof value === 'object' && value !== null && 'name' in value && 'content' in value,
  'Expected a file with a name.',
);

/** Multipart body: the files (`.bpmn`, `.form`, `.dmn`) under `resources`, and the tenant. */
export const deploymentRequest = z.object({
  resources: z.array(uploadedFile).min(1).describe('Files to deploy together.'),
  tenantId: tenantId.optional(),
});
