import { routes, type DeploymentMetadata, type DeploymentResult, type UploadedFile } from '@iter/contract';
import type { DeployedResource, Deployment } from '@iter/engine-runtime';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { Route } from '../http/route.decorator.ts';
import { requireOwnTenant } from '../http/own-tenant.ts';
import { Deployer } from './deployer.ts';

@Controller()
export class DeploymentsController {
  constructor(private readonly deployer: Deployer) {}

  @Route(routes.createDeployment)
  async create({ viewer, body, locale }: Call<typeof routes.createDeployment>): Promise<DeploymentResult> {
    requireOwnTenant(viewer, body.tenantId);
    const resources = body.resources.map(toResource);
    const deployment = await this.deployer.deploy({ viewer, resources, locale });
    return resultOf(deployment, viewer.tenantId);
  }
}

/** Files that the server read are bytes. */
function toResource({ name, content }: UploadedFile): DeployedResource {
  if (!(content instanceof Uint8Array)) throw new TypeError(`Expected the bytes of ${name}`);
  return { name, content };
}

const nothing: DeploymentMetadata = {
  processDefinition: null,
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
};

function resultOf(deployment: Deployment, tenantId: string): DeploymentResult {
  const { processes, forms, decisions, requirements, resources } = deployment;
  return {
    deploymentKey: deployment.deploymentKey,
    tenantId,
    deployments: [
      ...processes.map(({ processDefinitionId, version, resourceName, processDefinitionKey }) => ({
        ...nothing,
        processDefinition: {
          processDefinitionId,
          processDefinitionVersion: version,
          resourceName,
          tenantId,
          processDefinitionKey,
        },
      })),
      ...decisions.map(({ name, version, ...keys }) => ({
        ...nothing,
        decisionDefinition: { ...keys, name, version, tenantId },
      })),
      ...requirements.map(({ name, version, resourceName, ...keys }) => ({
        ...nothing,
        decisionRequirements: { ...keys, decisionRequirementsName: name, version, resourceName, tenantId },
      })),
      ...forms.map((form) => ({ ...nothing, form: { ...form, tenantId } })),
      ...resources.map(({ resourceKey, name, version }) => ({
        ...nothing,
        resource: { resourceId: name, resourceName: name, version, tenantId, resourceKey },
      })),
    ],
  };
}
