export type { LineRange } from './notation/flow.ts';
export {
  sheetFromBpmn,
  type DiagramSheet,
  type RoleOfSheet,
  type Statement,
  type StepOfSheet,
} from './sheet-from-bpmn.ts';
export { compareCodes, readTaxonomy, type Taxonomy, type TaxonomyLevel } from './taxonomy.ts';
