import { routes, type IncidentResult, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { getIncident, searchIncidents } from '@iter/history';
import { Controller, Inject } from '@nestjs/common';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { Steering } from '../process-instances/steering.ts';
import { ENGINE } from '../tokens.ts';

@Controller()
export class IncidentsController {
  constructor(
    private readonly readers: Readers,
    private readonly steering: Steering,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.searchIncidents)
  search({ viewer, body = {} }: Call<typeof routes.searchIncidents>): Promise<Found> {
    return searchIncidents(this.readers.of(viewer), body);
  }

  @Route(routes.getIncident)
  async get({ viewer, params }: Call<typeof routes.getIncident>): Promise<IncidentResult> {
    return found(await getIncident(this.readers.of(viewer), params.incidentKey));
  }

  @Route(routes.resolveIncident)
  async resolve({ viewer, params }: Call<typeof routes.resolveIncident>): Promise<undefined> {
    const { incidentKey } = params;
    const incident = found(await getIncident(this.readers.of(viewer), incidentKey));
    await this.steering.require(viewer, incident.processInstanceKey);
    if (incident.state === 'RESOLVED') throw new Refusal('WRONG_STATE');
    valueOf(await this.engine.resolveIncident({ ...callerOf(viewer), incidentKey }));
    return undefined;
  }
}

type Found = RouteResponse<typeof routes.searchIncidents>;
