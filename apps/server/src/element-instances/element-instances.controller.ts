import { routes, type ElementInstanceResult, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { getElementInstance, searchElementInstances } from '@iter/history';
import { Controller, Inject } from '@nestjs/common';
import { callerOf } from '../engine/caller.ts';
import { valueOf } from '../engine/answers.ts';
import { toVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';
import { Steering } from '../process-instances/steering.ts';
import { ENGINE } from '../tokens.ts';

@Controller()
export class ElementInstancesController {
  constructor(
    private readonly readers: Readers,
    private readonly steering: Steering,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.searchElementInstances)
  search({ viewer, body = {} }: Call<typeof routes.searchElementInstances>): Promise<Found> {
    return searchElementInstances(this.readers.of(viewer), body);
  }

  @Route(routes.getElementInstance)
  async get({ viewer, params }: Call<typeof routes.getElementInstance>): Promise<ElementInstanceResult> {
    return found(await getElementInstance(this.readers.of(viewer), params.elementInstanceKey));
  }

  @Route(routes.createElementInstanceVariables)
  async setVariables(call: Call<typeof routes.createElementInstanceVariables>): Promise<undefined> {
    const { viewer, params, body } = call;
    const { elementInstanceKey } = params;
    await this.steering.require(viewer, elementInstanceKey);
    const variables = toVariables(body.variables);
    const command = { ...callerOf(viewer), elementInstanceKey, variables, local: body.local };
    valueOf(await this.engine.setVariables(command));
    return undefined;
  }
}

type Found = RouteResponse<typeof routes.searchElementInstances>;
