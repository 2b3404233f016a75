import { routes, type FormResult, type ProcessDefinitionResult, type RouteResponse } from '@iter/contract';
import {
  definitionElementStatistics,
  getProcessDefinition,
  getProcessDefinitionXml,
  getStartForm,
  searchProcessDefinitions,
} from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class ProcessDefinitionsController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchProcessDefinitions)
  search({ viewer, body = {} }: Call<typeof routes.searchProcessDefinitions>): Promise<Found> {
    return searchProcessDefinitions(this.readers.of(viewer), body);
  }

  @Route(routes.getProcessDefinition)
  async get({ viewer, params }: Call<typeof routes.getProcessDefinition>): Promise<ProcessDefinitionResult> {
    return found(await getProcessDefinition(this.readers.of(viewer), params.processDefinitionKey));
  }

  @Route(routes.getProcessDefinitionXml)
  async xml({ viewer, params }: Call<typeof routes.getProcessDefinitionXml>): Promise<Uint8Array> {
    return found(await getProcessDefinitionXml(this.readers.of(viewer), params.processDefinitionKey));
  }

  @Route(routes.getStartProcessForm)
  async startForm({
    viewer,
    params,
  }: Call<typeof routes.getStartProcessForm>): Promise<FormResult | undefined> {
    return found(await getStartForm(this.readers.of(viewer), params.processDefinitionKey)) ?? undefined;
  }

  @Route(routes.getProcessDefinitionStatistics)
  async statistics({
    viewer,
    params,
    body,
  }: Call<typeof routes.getProcessDefinitionStatistics>): Promise<Counts> {
    const reader = this.readers.of(viewer);
    const { processDefinitionKey } = params;
    found(await getProcessDefinition(reader, processDefinitionKey));
    return { items: await definitionElementStatistics(reader, processDefinitionKey, body?.filter) };
  }
}

type Found = RouteResponse<typeof routes.searchProcessDefinitions>;
type Counts = RouteResponse<typeof routes.getProcessDefinitionStatistics>;
