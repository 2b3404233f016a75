import type { Row } from '../row.ts';
import { activities } from './activities.rows.ts';
import { calls } from './calls.rows.ts';
import { compensation } from './compensation.rows.ts';
import { events } from './events.rows.ts';
import { gateways } from './gateways.rows.ts';
import { instances } from './instances.rows.ts';
import { models } from './models.rows.ts';
import { repetition } from './repetition.rows.ts';
import { scopes } from './scopes.rows.ts';

/** The rows by chapter of the execution semantics. */
export const chapters: Readonly<Record<string, readonly Row[]>> = {
  instances,
  activities,
  scopes,
  calls,
  repetition,
  gateways,
  events,
  compensation,
  models,
};
