import { Identity1763000003000 } from './identity-1.migration.ts';

/** Names end in the instant by which TypeORM orders migrations of all libraries. */
export const identityMigrations = [Identity1763000003000];
