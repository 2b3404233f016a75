import { z } from 'zod';
import * as deployments from '../v2/deployments.schema.ts';
import * as definitions from '../v2/process-definitions.schema.ts';
import * as instances from '../v2/process-instances.schema.ts';
import { key } from '../v2/values.schema.ts';
import { route, type RouteSpec } from './route.ts';
import { search } from './search-route.ts';

const definitionParams = z.object({ processDefinitionKey: key });

export const definitionRoutes = {
  createDeployment: route({
    method: 'POST',
    path: '/v2/deployments',
    tag: 'Deployment',
    summary: 'Deploy diagrams, forms and decisions together: all or none.',
    access: 'signed-in',
    body: deployments.deploymentRequest,
    multipart: true,
    answer: 'json',
    status: 200,
    response: deployments.deploymentResult,
    errors: ['NOT_XML', 'NOT_BPMN', 'DIAGRAM_INVALID', 'FORM_INVALID', 'BAD_MULTIPART', 'BODY_TOO_LARGE'],
  }),
  searchProcessDefinitions: search(
    '/v2/process-definitions/search',
    'Process definition',
    'Search versions of processes.',
    definitions.processDefinitionSearch,
    definitions.processDefinitionSearchResult,
  ),
  getProcessDefinition: route({
    method: 'GET',
    path: '/v2/process-definitions/:processDefinitionKey',
    tag: 'Process definition',
    summary: 'A version of a process.',
    access: 'signed-in',
    params: definitionParams,
    answer: 'json',
    status: 200,
    response: definitions.processDefinitionResult,
    errors: ['NOT_FOUND'],
  }),
  getProcessDefinitionXml: route({
    method: 'GET',
    path: '/v2/process-definitions/:processDefinitionKey/xml',
    tag: 'Process definition',
    summary: 'The diagram of a version, as it was deployed.',
    access: 'signed-in',
    params: definitionParams,
    answer: 'xml',
    status: 200,
    response: z.string(),
    errors: ['NOT_FOUND'],
  }),
  getStartProcessForm: route({
    method: 'GET',
    path: '/v2/process-definitions/:processDefinitionKey/form',
    tag: 'Process definition',
    summary: 'The form that starts a process; 204 where it has none.',
    access: 'signed-in',
    params: definitionParams,
    answer: 'json',
    status: 200,
    response: definitions.formResult,
    mayBeEmpty: true,
    errors: ['NOT_FOUND'],
  }),
  getProcessDefinitionStatistics: route({
    method: 'POST',
    path: '/v2/process-definitions/:processDefinitionKey/statistics/element-instances',
    tag: 'Process definition',
    summary: 'Counts per element, over the instances of a version.',
    access: 'signed-in',
    params: definitionParams,
    body: instances.definitionStatisticsRequest,
    bodyOptional: true,
    answer: 'json',
    status: 200,
    response: definitions.elementStatisticsResult,
    errors: ['NOT_FOUND'],
  }),
} as const satisfies Record<string, RouteSpec>;
