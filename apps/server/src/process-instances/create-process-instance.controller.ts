import { routes, type CreateProcessInstanceResult } from '@iter/contract';
import { Controller } from '@nestjs/common';
import { fromVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { requireOwnTenant } from '../http/own-tenant.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { startOptions, Starts } from './start.ts';

@Controller()
export class CreateProcessInstanceController {
  constructor(private readonly starts: Starts) {}

  @Route(routes.createProcessInstance)
  async create(call: Call<typeof routes.createProcessInstance>): Promise<CreateProcessInstanceResult> {
    const { viewer, body, locale } = call;
    requireOwnTenant(viewer, body.tenantId);
    if (body.runtimeInstructions?.length) {
      throw new Refusal('REJECTED', {
        params: { reason: 'Expected no runtimeInstructions: they are not supported' },
      });
    }
    const definition =
      'processDefinitionKey' in body
        ? { processDefinitionKey: body.processDefinitionKey }
        : { processDefinitionId: body.processDefinitionId, version: body.processDefinitionVersion };
    const { variables = {}, options } = { variables: body.variables, options: startOptions(body) };
    const created = await this.starts.start({ viewer, locale, definition, variables, options });
    return {
      processDefinitionId: created.processDefinitionId,
      processDefinitionVersion: created.version,
      tenantId: viewer.tenantId,
      variables: fromVariables(created.variables ?? {}),
      processDefinitionKey: created.processDefinitionKey,
      processInstanceKey: created.processInstanceKey,
      tags: [...created.tags],
      businessId: created.businessId,
    };
  }
}
