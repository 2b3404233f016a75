import { routes, type DecisionInstanceDetails, type RouteResponse } from '@iter/contract';
import { getDecisionInstance, searchDecisionInstances } from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class DecisionInstancesController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchDecisionInstances)
  search({ viewer, body = {} }: Call<typeof routes.searchDecisionInstances>): Promise<Found> {
    return searchDecisionInstances(this.readers.of(viewer), body);
  }

  @Route(routes.getDecisionInstance)
  async get({ viewer, params }: Call<typeof routes.getDecisionInstance>): Promise<DecisionInstanceDetails> {
    return found(await getDecisionInstance(this.readers.of(viewer), params.decisionEvaluationInstanceKey));
  }
}

type Found = RouteResponse<typeof routes.searchDecisionInstances>;
