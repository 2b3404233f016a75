export { historyEntities } from './entities/index.ts';
export { historyMigrations } from './migrations/index.ts';
export { historyProjections } from './projections/index.ts';
