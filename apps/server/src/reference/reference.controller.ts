import { openApiDocument, route } from '@iter/contract';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { Route } from '../http/route.decorator.ts';
import { productVersion } from '../version.ts';
import { referencePage } from './reference-page.ts';

/** Pages about the routes; not routes of the contract themselves. */
function page<const A extends 'json' | 'html'>(path: string, answer: A) {
  return route({
    method: 'GET',
    path,
    tag: 'Reference',
    summary: 'Description of the interface.',
    access: 'public',
    answer,
    status: 200,
    response: z.unknown(),
    errors: [],
  });
}

const engineDocument = openApiDocument({
  version: productVersion,
  prefix: '/v2',
  title: 'Iter: the engine',
  description: 'The Camunda 8.9 Orchestration Cluster REST API, as far as this product answers it.',
});
const workplacesDocument = openApiDocument({
  version: productVersion,
  prefix: '/api',
  title: 'Iter: the workplaces',
  description: 'What the web app needs beyond the engine’s interface.',
});

const engineJson = page('/v2/openapi.json', 'json');
const workplacesJson = page('/api/openapi.json', 'json');
const enginePage = page('/v2/reference', 'html');
const workplacesPage = page('/api/reference', 'html');

@Controller()
export class ReferenceController {
  @Route(engineJson)
  engineDocument(): unknown {
    return engineDocument;
  }

  @Route(workplacesJson)
  workplacesDocument(): unknown {
    return workplacesDocument;
  }

  @Route(enginePage)
  enginePage(): string {
    return referencePage(engineDocument, '/v2/openapi.json');
  }

  @Route(workplacesPage)
  workplacesPage(): string {
    return referencePage(workplacesDocument, '/api/openapi.json');
  }
}
