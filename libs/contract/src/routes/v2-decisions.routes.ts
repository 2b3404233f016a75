import { z } from 'zod';
import * as instances from '../v2/decision-instances.schema.ts';
import * as decisions from '../v2/decisions.schema.ts';
import { key } from '../v2/values.schema.ts';
import { route, type RouteSpec } from './route.ts';
import { search } from './search-route.ts';

const decisionParams = z.object({ decisionDefinitionKey: key });
const requirementsParams = z.object({ decisionRequirementsKey: key });

export const decisionRoutes = {
  evaluateDecision: route({
    method: 'POST',
    path: '/v2/decision-definitions/evaluation',
    tag: 'Decision definition',
    summary: 'Ask a decision; the answer is kept as decision instances.',
    access: 'signed-in',
    body: decisions.decisionEvaluationRequest,
    exactNumbers: true,
    answer: 'json',
    status: 200,
    response: instances.decisionEvaluationResult,
    errors: ['NOT_FOUND'],
  }),
  searchDecisionDefinitions: search(
    '/v2/decision-definitions/search',
    'Decision definition',
    'Search versions of decisions.',
    decisions.decisionDefinitionSearch,
    decisions.decisionDefinitionSearchResult,
  ),
  getDecisionDefinition: route({
    method: 'GET',
    path: '/v2/decision-definitions/:decisionDefinitionKey',
    tag: 'Decision definition',
    summary: 'A version of a decision.',
    access: 'signed-in',
    params: decisionParams,
    answer: 'json',
    status: 200,
    response: decisions.decisionDefinitionResult,
    errors: ['NOT_FOUND'],
  }),
  getDecisionDefinitionXml: route({
    method: 'GET',
    path: '/v2/decision-definitions/:decisionDefinitionKey/xml',
    tag: 'Decision definition',
    summary: 'The model a decision is in, as it was deployed.',
    access: 'signed-in',
    params: decisionParams,
    answer: 'xml',
    status: 200,
    response: z.string(),
    errors: ['NOT_FOUND'],
  }),
  searchDecisionRequirements: search(
    '/v2/decision-requirements/search',
    'Decision requirements',
    'Search versions of decision models.',
    decisions.decisionRequirementsSearch,
    decisions.decisionRequirementsSearchResult,
  ),
  getDecisionRequirements: route({
    method: 'GET',
    path: '/v2/decision-requirements/:decisionRequirementsKey',
    tag: 'Decision requirements',
    summary: 'A version of a decision model.',
    access: 'signed-in',
    params: requirementsParams,
    answer: 'json',
    status: 200,
    response: decisions.decisionRequirementsResult,
    errors: ['NOT_FOUND'],
  }),
  getDecisionRequirementsXml: route({
    method: 'GET',
    path: '/v2/decision-requirements/:decisionRequirementsKey/xml',
    tag: 'Decision requirements',
    summary: 'A decision model, as it was deployed.',
    access: 'signed-in',
    params: requirementsParams,
    answer: 'xml',
    status: 200,
    response: z.string(),
    errors: ['NOT_FOUND'],
  }),
  searchDecisionInstances: search(
    '/v2/decision-instances/search',
    'Decision instance',
    'Search decisions as they were evaluated.',
    instances.decisionInstanceSearch,
    instances.decisionInstanceSearchResult,
  ),
  getDecisionInstance: route({
    method: 'GET',
    path: '/v2/decision-instances/:decisionEvaluationInstanceKey',
    tag: 'Decision instance',
    summary: 'A decision as it was evaluated, with its inputs and the rules that matched.',
    access: 'signed-in',
    params: z.object({ decisionEvaluationInstanceKey: instances.decisionEvaluationInstanceKey }),
    answer: 'json',
    status: 200,
    response: instances.decisionInstanceDetails,
    errors: ['NOT_FOUND'],
  }),
} as const satisfies Record<string, RouteSpec>;
