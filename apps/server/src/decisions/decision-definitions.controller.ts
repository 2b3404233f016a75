import {
  routes,
  type DecisionDefinitionResult,
  type DecisionRequirementsResult,
  type RouteResponse,
} from '@iter/contract';
import {
  getDecisionDefinition,
  getDecisionDefinitionXml,
  getDecisionRequirements,
  getDecisionRequirementsXml,
  searchDecisionDefinitions,
  searchDecisionRequirements,
} from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class DecisionDefinitionsController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchDecisionDefinitions)
  search({ viewer, body = {} }: Call<typeof routes.searchDecisionDefinitions>): Promise<FoundDecisions> {
    return searchDecisionDefinitions(this.readers.of(viewer), body);
  }

  @Route(routes.getDecisionDefinition)
  async get({
    viewer,
    params,
  }: Call<typeof routes.getDecisionDefinition>): Promise<DecisionDefinitionResult> {
    return found(await getDecisionDefinition(this.readers.of(viewer), params.decisionDefinitionKey));
  }

  @Route(routes.getDecisionDefinitionXml)
  async xml({ viewer, params }: Call<typeof routes.getDecisionDefinitionXml>): Promise<string> {
    return found(await getDecisionDefinitionXml(this.readers.of(viewer), params.decisionDefinitionKey));
  }

  @Route(routes.searchDecisionRequirements)
  searchModels({ viewer, body = {} }: Call<typeof routes.searchDecisionRequirements>): Promise<FoundModels> {
    return searchDecisionRequirements(this.readers.of(viewer), body);
  }

  @Route(routes.getDecisionRequirements)
  async getModel({
    viewer,
    params,
  }: Call<typeof routes.getDecisionRequirements>): Promise<DecisionRequirementsResult> {
    return found(await getDecisionRequirements(this.readers.of(viewer), params.decisionRequirementsKey));
  }

  @Route(routes.getDecisionRequirementsXml)
  async modelXml({ viewer, params }: Call<typeof routes.getDecisionRequirementsXml>): Promise<string> {
    return found(await getDecisionRequirementsXml(this.readers.of(viewer), params.decisionRequirementsKey));
  }
}

type FoundDecisions = RouteResponse<typeof routes.searchDecisionDefinitions>;
type FoundModels = RouteResponse<typeof routes.searchDecisionRequirements>;
