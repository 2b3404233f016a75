export { layoutDiagram } from './layout-diagram.ts';
export type { Create, Moddle } from './moddle.ts';
