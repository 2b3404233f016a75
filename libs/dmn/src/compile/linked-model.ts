import type { FeelType } from '@iter/feel';
import type { DmnModel, DmnReference, DrgElement } from '../model/dmn-model.ts';
import { ItemTypes } from './item-types.ts';
import type { Report } from './report.ts';

/** A model with those it imports. */
export interface LinkedModel {
  readonly model: DmnModel;
  readonly elements: ReadonlyMap<string, DrgElement>;
  /** By the name the import gives; by the namespace as well. */
  readonly imports: ReadonlyMap<string, LinkedModel>;
  readonly types: ItemTypes;
  /** Notes faults of this file; those of an imported one are told where it is compiled for itself. */
  readonly report: Report;
}

const DMN_IMPORT = /\/DMN\//;

/** Links a model to those it imports, which may import others; each namespace once. */
export function linkModel(main: DmnModel, others: readonly DmnModel[], report: Report): LinkedModel {
  const known = new Map(others.map((model) => [model.namespace, model]));
  const linked = new Map<string, LinkedModel>();
  const link = (model: DmnModel): LinkedModel => {
    const found = linked.get(model.namespace);
    if (found !== undefined && found.model === model) return found;
    const imports = new Map<string, LinkedModel>();
    const own: Report = model === main ? report : () => undefined;
    const types = new ItemTypes(model, (name) => importedType(name, imports), own);
    const made: LinkedModel = { model, elements: elementsOf(model, own), imports, types, report: own };
    linked.set(model.namespace, made);
    for (const each of model.imports) {
      const other = known.get(each.namespace);
      if (other !== undefined) {
        imports.set(each.namespace, link(other));
        imports.set(each.name, link(other));
      } else if (DMN_IMPORT.test(each.importType)) {
        const message = `Expected a model of the namespace \`${each.namespace}\`.`;
        own({ code: 'MISSING_IMPORT', message, what: each.namespace, elementId: null }, each);
      }
    }
    return made;
  };
  return link(main);
}

/** `alias.name`, or `{namespace}name` as DMN 1.1 wrote it; an import without a name lends its names bare. */
function importedType(name: string, imports: ReadonlyMap<string, LinkedModel>): FeelType | null {
  const qualified = /^\{(.*)\}(.*)$/.exec(name);
  if (qualified !== null) return imports.get(qualified[1] ?? '')?.types.find(qualified[2] ?? '') ?? null;
  for (const [alias, other] of imports) {
    if (alias !== '' && name.startsWith(`${alias}.`)) return other.types.find(name.slice(alias.length + 1));
  }
  const bare = imports.get('');
  return bare === undefined ? null : bare.types.find(name);
}

function elementsOf(model: DmnModel, report: Report): ReadonlyMap<string, DrgElement> {
  const elements = new Map<string, DrgElement>();
  for (const element of model.elements) {
    if (elements.has(element.id))
      report(
        {
          code: 'DUPLICATE_ID',
          message: `Expected ids to be used once, but \`${element.id}\` is not.`,
          what: element.id,
          elementId: element.id,
        },
        element,
      );
    elements.set(element.id, element);
  }
  return elements;
}

/** What a reference refers to. */
export interface Referred {
  readonly element: DrgElement;
  readonly owner: LinkedModel;
  /** The name of the import, null for the model itself. */
  readonly alias: string | null;
}

export function resolve(reference: DmnReference, from: LinkedModel): Referred | null {
  if (reference.namespace === null || reference.namespace === from.model.namespace) {
    const element = from.elements.get(reference.id);
    return element === undefined ? null : { element, owner: from, alias: null };
  }
  const owner = from.imports.get(reference.namespace);
  const element = owner?.elements.get(reference.id);
  if (owner === undefined || element === undefined) return null;
  const written = from.model.imports.find((each) => each.namespace === reference.namespace);
  return { element, owner, alias: written?.name ?? null };
}
