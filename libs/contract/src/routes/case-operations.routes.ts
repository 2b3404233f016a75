import { z } from 'zod';
import * as operations from '../api/operations.schema.ts';
import { key } from '../v2/values.schema.ts';
import { route, type RouteSpec } from './route.ts';

/** What is done to a case as a whole, each with its reason. `/v2` has most of it too, without reasons. */
export const caseOperationRoutes = {
  cancelCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/cancellation',
    tag: 'Cases',
    summary: 'End a case and all that it called.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.reasonRequest,

    answer: 'none',
    status: 204,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
  }),
  suspendCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/suspension',
    tag: 'Cases',
    summary: 'Let a case stand still, with all that it called.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.reasonRequest,

    answer: 'none',
    status: 204,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
  }),
  resumeCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/resumption',
    tag: 'Cases',
    summary: 'Let a suspended case go on; what came meanwhile happens now.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.reasonRequest,

    answer: 'none',
    status: 204,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
  }),
  modifyCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/modification',
    tag: 'Cases',
    summary: 'Activate, move and terminate steps of a case.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.caseModification,
    exactNumbers: true,
    answer: 'none',
    status: 204,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'REJECTED'],
  }),
  migrateCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/migration',
    tag: 'Cases',
    summary: 'Let a case go on with another version; or tell what would not fit.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.caseMigration,

    answer: 'json',
    status: 200,
    response: operations.caseMigrationResult,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
  }),
  deleteCase: route({
    method: 'POST',
    path: '/api/cases/:processInstanceKey/deletion',
    tag: 'Cases',
    summary: 'Delete a case that has ended, with all that it called.',
    access: 'signed-in',
    params: z.object({ processInstanceKey: key }),
    body: operations.reasonRequest,

    answer: 'none',
    status: 204,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
  }),
} as const satisfies Record<string, RouteSpec>;
