import { DecisionInstances1763000012000 } from './decision-instances.migration.ts';
import { History1763000002000 } from './history-1.migration.ts';
import { Operations1763000032000 } from './operations.migration.ts';

/** Names end in the instant by which TypeORM orders migrations of all libraries; the engine's come before. */
export const historyMigrations = [
  History1763000002000,
  DecisionInstances1763000012000,
  Operations1763000032000,
];
