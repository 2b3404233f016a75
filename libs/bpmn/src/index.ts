export { checkDiagram, checkParsed } from './check-diagram.ts';
export type { ModdleElement } from './moddle-element.ts';
export { decodeXml } from './parse/decode.ts';
export * from './parse/parse-bpmn.ts';
export type { Place, Places } from './parse/places.ts';
export * from './problem.ts';
