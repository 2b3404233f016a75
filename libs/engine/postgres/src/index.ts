export { createEngineDatabase, type EngineDatabase, type EngineDatabaseOptions } from './engine-database.ts';
export { engineMigrations } from './migrations/index.ts';
export { engineEntities } from './entities/index.ts';
