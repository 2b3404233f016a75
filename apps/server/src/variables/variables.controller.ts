import { routes, type RouteResponse, type VariableResult } from '@iter/contract';
import { getVariable, searchVariables } from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class VariablesController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchVariables)
  search({ viewer, query, body = {} }: Call<typeof routes.searchVariables>): Promise<Found> {
    return searchVariables(this.readers.of(viewer), body, !query.truncateValues);
  }

  @Route(routes.getVariable)
  async get({ viewer, params }: Call<typeof routes.getVariable>): Promise<VariableResult> {
    return found(await getVariable(this.readers.of(viewer), params.variableKey));
  }
}

type Found = RouteResponse<typeof routes.searchVariables>;
