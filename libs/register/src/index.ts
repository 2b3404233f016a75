export { annexDocx } from './documents/annex-docx.ts';
export { annexXlsx } from './documents/annex-xlsx.ts';
export { annexOf, type AnnexLine, type AnnexTexts } from './documents/annex.ts';
export type { LineRange } from './notation/flow.ts';
export {
  sheetFromBpmn,
  type DiagramSheet,
  type RoleOfSheet,
  type Statement,
  type StepOfSheet,
} from './sheet-from-bpmn.ts';
export { compareCodes, readTaxonomy, type Taxonomy, type TaxonomyLevel } from './taxonomy.ts';
