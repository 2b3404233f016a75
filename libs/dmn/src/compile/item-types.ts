import { ANY, compileTestsWithin, Scope, StaticScope, typeByName } from '@iter/feel';
import type { FeelType, FeelValue, Run } from '@iter/feel';
import type { DmnItemDefinition, DmnModel, DmnVariable } from '../model/dmn-model.ts';
import { reportExpression, reportType } from './report.ts';
import type { Report } from './report.ts';

/** Finds a type by the name a `typeRef` gives; null where there is none. */
export type TypeFinder = (name: string) => FeelType | null;

/** The types that a model's item definitions declare, made when they are asked for. */
export class ItemTypes {
  private readonly made = new Map<string, FeelType>();
  private readonly making = new Set<string>();
  private readonly definitions: ReadonlyMap<string, DmnItemDefinition>;

  /** @param imported finds the types of other models, by `alias.name` or `{namespace}name` */
  constructor(
    model: DmnModel,
    private readonly imported: TypeFinder,
    private readonly report: Report,
  ) {
    this.definitions = new Map(model.itemDefinitions.map((definition) => [definition.name, definition]));
  }

  /** Compiles every definition, so that faults in them are found. */
  checkAll(): void {
    for (const name of this.definitions.keys()) this.find(name);
  }

  /** The type of that name. A definition of the model comes before a type of FEEL that is called the same. */
  readonly find: TypeFinder = (name) => {
    const found = this.made.get(name);
    if (found !== undefined) return found;
    const definition = this.definitions.get(name);
    if (definition === undefined) return typeByName(name) ?? this.imported(name);
    if (this.making.has(name)) return typeByName(name) ?? ANY;
    this.making.add(name);
    const type = this.typeOf(definition);
    this.making.delete(name);
    this.made.set(name, type);
    return type;
  };

  /** The declared type of a variable; null where none is declared, or where it may be anything. */
  ofVariable(variable: DmnVariable | null): FeelType | null {
    return variable?.typeRef == null ? null : this.ofReference(variable.typeRef);
  }

  ofReference(typeRef: string | null): FeelType | null {
    const type = typeRef === null ? null : this.find(typeRef);
    return type === null || (type.kind === 'any' && type.allows === undefined) ? null : type;
  }

  private typeOf(definition: DmnItemDefinition): FeelType {
    const single = this.narrowed(this.shapeOf(definition), definition, definition.allowedValues);
    const whole: FeelType = definition.isCollection ? { kind: 'list', of: single } : single;
    return this.narrowed({ ...whole, name: definition.name }, definition, definition.typeConstraint);
  }

  private shapeOf(definition: DmnItemDefinition): FeelType {
    const { components, functionItem, typeRef } = definition;
    if (functionItem !== null) {
      return {
        kind: 'function',
        parameters: functionItem.parameters.map((parameter) => this.ofVariable(parameter) ?? ANY),
        result: this.ofReference(functionItem.resultTypeRef) ?? ANY,
      };
    }
    if (components.length > 0) {
      return { kind: 'context', entries: new Map(components.map((each) => [each.name, this.typeOf(each)])) };
    }
    if (typeRef === null) return ANY;
    const referred = this.find(typeRef);
    if (referred === null) reportType(this.report, typeRef, null, definition);
    return referred ?? ANY;
  }

  /** The type narrowed by unary tests, on top of what narrows it already. */
  private narrowed(type: FeelType, definition: DmnItemDefinition, tests: string | null): FeelType {
    if (tests === null || tests.trim() === '') return type;
    const test = compileTestsWithin(tests, new StaticScope(null), this.find);
    if (!test.ok) {
      reportExpression(this.report, test.problem, definition, null);
      return type;
    }
    const { allows } = type;
    return {
      ...type,
      allows: (value: FeelValue, run: Run) =>
        (allows === undefined || allows(value, run)) &&
        test.compiled(value, new Scope(run, null, [])) === true,
    };
  }
}
