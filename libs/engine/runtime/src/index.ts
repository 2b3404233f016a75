export type * from './engine.ts';
export * from './ports/instance-store.ts';
export type * from './ports/effects.ts';
export type * from './ports/schedule.ts';
export type * from './ports/doorbells.ts';
export type * from './ports/definition-store.ts';
export type * from './rows.ts';
export type * from './projection.ts';
