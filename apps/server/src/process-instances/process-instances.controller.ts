import { routes, type ProcessInstanceResult, type RouteResponse } from '@iter/contract';
import {
  callHierarchy,
  getProcessInstance,
  instanceElementStatistics,
  searchIncidentsOfInstance,
  searchProcessInstances,
  sequenceFlows,
} from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class ProcessInstancesController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchProcessInstances)
  search({ viewer, body = {} }: Call<typeof routes.searchProcessInstances>): Promise<Found> {
    return searchProcessInstances(this.readers.of(viewer), body);
  }

  @Route(routes.getProcessInstance)
  async get({ viewer, params }: Call<typeof routes.getProcessInstance>): Promise<ProcessInstanceResult> {
    return found(await getProcessInstance(this.readers.of(viewer), params.processInstanceKey));
  }

  @Route(routes.searchProcessInstanceIncidents)
  async incidents(call: Call<typeof routes.searchProcessInstanceIncidents>): Promise<Incidents> {
    const { reader, key } = await this.seen(call);
    return searchIncidentsOfInstance(reader, key, call.body ?? {});
  }

  @Route(routes.getProcessInstanceStatistics)
  async statistics(call: Call<typeof routes.getProcessInstanceStatistics>): Promise<Counts> {
    const { reader, key } = await this.seen(call);
    return { items: await instanceElementStatistics(reader, key) };
  }

  @Route(routes.getProcessInstanceSequenceFlows)
  async flows(call: Call<typeof routes.getProcessInstanceSequenceFlows>): Promise<Flows> {
    const { reader, key } = await this.seen(call);
    return { items: await sequenceFlows(reader, key) };
  }

  @Route(routes.getProcessInstanceCallHierarchy)
  async hierarchy(call: Call<typeof routes.getProcessInstanceCallHierarchy>): Promise<Hierarchy> {
    const { reader, key } = await this.seen(call);
    return callHierarchy(reader, key);
  }

  /** Of an instance that the viewer may see; of any other not even an empty list is told. */
  private async seen({ viewer, params }: SeenCall) {
    const reader = this.readers.of(viewer);
    found(await getProcessInstance(reader, params.processInstanceKey));
    return { reader, key: params.processInstanceKey };
  }
}

type SeenCall = Pick<Call<typeof routes.getProcessInstance>, 'viewer' | 'params'>;
type Found = RouteResponse<typeof routes.searchProcessInstances>;
type Incidents = RouteResponse<typeof routes.searchProcessInstanceIncidents>;
type Counts = RouteResponse<typeof routes.getProcessInstanceStatistics>;
type Flows = RouteResponse<typeof routes.getProcessInstanceSequenceFlows>;
type Hierarchy = RouteResponse<typeof routes.getProcessInstanceCallHierarchy>;
