import { Engine1763000001000 } from './engine-1.migration.ts';
import { Reasons1763000031000 } from './reasons.migration.ts';
import { StartOccurrences1763000021000 } from './start-occurrences.migration.ts';

/** Names end in the instant by which TypeORM orders migrations of all libraries. */
export const engineMigrations = [Engine1763000001000, StartOccurrences1763000021000, Reasons1763000031000];
