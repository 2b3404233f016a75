import type { Row } from '../row.ts';
import { gateways } from './gateways.rows.ts';

/** The rows by chapter of the execution semantics. */
export const chapters: Readonly<Record<string, readonly Row[]>> = { gateways };
