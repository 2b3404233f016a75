import { z } from 'zod';
import * as operations from '../api/operations.schema.ts';
import { key } from '../v2/values.schema.ts';
import { route, type RouteSpec } from './route.ts';

/** What every operation on a case has. */
const operation = {
  method: 'POST',
  tag: 'Cases',
  access: 'signed-in',
  params: z.object({ processInstanceKey: key }),
  body: operations.reasonRequest,
  answer: 'none',
  status: 204,
  errors: ['NOT_FOUND', 'WRONG_STATE'],
} as const;

/** What is done to a case as a whole, each with its reason. `/v2` has most of it too, without reasons. */
export const caseOperationRoutes = {
  cancelCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/cancellation',
    summary: 'End a case and all that it called.',
  }),
  suspendCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/suspension',
    summary: 'Let a case stand still, with all that it called.',
  }),
  resumeCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/resumption',
    summary: 'Let a suspended case go on; what came meanwhile happens now.',
  }),
  modifyCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/modification',
    summary: 'Activate, move and terminate steps of a case.',
    body: operations.caseModification,
    exactNumbers: true,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'REJECTED'],
  }),
  migrateCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/migration',
    summary: 'Let a case go on with another version; or tell what would not fit.',
    body: operations.caseMigration,
    errors: ['NOT_FOUND', 'MIGRATION_REFUSED'],
    answer: 'json',
    status: 200,
    response: operations.caseMigrationResult,
  }),
  deleteCase: route({
    ...operation,
    path: '/api/cases/:processInstanceKey/deletion',
    summary: 'Delete a case that has ended, with all that it called.',
  }),
} as const satisfies Record<string, RouteSpec>;
