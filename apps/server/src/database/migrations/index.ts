import { Server1763000005000 } from './server-1.migration.ts';

/** Names end in the instant by which TypeORM orders migrations of all libraries. */
export const serverMigrations = [Server1763000005000];
