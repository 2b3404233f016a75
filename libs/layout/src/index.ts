export { layoutDiagram } from './layout-diagram.ts';
export type { Create, Moddle } from './moddle.ts';
export { checkDrawing, type DrawingFault, type DrawingReport } from './check-drawing.ts';
