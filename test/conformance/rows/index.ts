import type { Row } from '../row.ts';
import { activities } from './activities.rows.ts';
import { calls } from './calls.rows.ts';
import { gateways } from './gateways.rows.ts';
import { scopes } from './scopes.rows.ts';

/** The rows by chapter of the execution semantics. */
export const chapters: Readonly<Record<string, readonly Row[]>> = { activities, scopes, calls, gateways };
