export type { ModdleElement } from './moddle-element.ts';
