export type * from './engine.ts';
export * from './ports.ts';
export type * from './rows.ts';
export type * from './projection.ts';
