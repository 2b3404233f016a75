import { bind, compileSyntaxWithin, FeelFunction, Scope, StaticScope, typed } from '@iter/feel';
import type { FeelType, FeelValue } from '@iter/feel';
import type {
  DmnDecision,
  DmnDecisionService,
  DmnInputData,
  DmnKnowledgeModel,
  DmnReference,
  DrgElement,
} from '../model/dmn-model.ts';
import type { Session } from '../session.ts';
import { functionSyntax, parametersOf, toSyntax } from './boxed.ts';
import { NULL_SYNTAX } from './literal.ts';
import type { BoxedContext } from './literal.ts';
import { fromOutside } from './input-value.ts';
import { resolve } from './linked-model.ts';
import type { LinkedModel } from './linked-model.ts';
import { reportMissing, reportType } from './report.ts';
import { shapeOf } from './shape.ts';
import { compileTable } from './table.ts';

/** How deep a decision nests, as functions count it. */
const LEVELS = 10;

/** A compiled element of the requirements graph. */
export interface Node {
  readonly element: DrgElement;
  /** The type of its value as far as it is known. */
  readonly type: FeelType | null;
  value(session: Session): FeelValue;
}

/** A name that an element may read because it requires what is called so. */
interface Binding {
  readonly name: string;
  readonly type: FeelType | null;
  read(session: Session): FeelValue;
}

/** Compiles the elements of models that are linked. Each is compiled once, when it is first asked for. */
export class GraphCompiler {
  private readonly nodes = new Map<DrgElement, Node>();

  node(element: DrgElement, owner: LinkedModel): Node {
    const found = this.nodes.get(element);
    if (found !== undefined) return found;
    const made = this.make(element, owner);
    this.nodes.set(element, made);
    return made;
  }

  private make(element: DrgElement, owner: LinkedModel): Node {
    switch (element.kind) {
      case 'input data':
        return this.inputData(element, owner);
      case 'decision':
        return this.decision(element, owner);
      case 'business knowledge model':
        return this.knowledgeModel(element, owner);
      case 'decision service':
        return this.service(element, owner);
    }
  }

  private checkType(element: DrgElement, owner: LinkedModel): FeelType | null {
    const { typeRef } = element.variable;
    if (typeRef !== null && owner.types.find(typeRef) === null) {
      reportType(owner.report, typeRef, element.id, element);
    }
    return owner.types.ofReference(typeRef);
  }

  private inputData(element: DmnInputData, owner: LinkedModel): Node {
    const type = this.checkType(element, owner);
    const { name } = element.variable;
    const qualified = `{${owner.model.namespace}}${name}`;
    const read = (session: Session): FeelValue => {
      const given = session.inputs.get(qualified) ?? session.inputs.get(name);
      if (given === undefined)
        return session.run.warn('VARIABLE_NOT_FOUND', `Expected an input \`${name}\`, but there is none.`);
      return typed(fromOutside(given, type), type, session.run);
    };
    return { element, type, value: (session) => session.valueOf(element, () => read(session)) };
  }

  private boxed(element: DrgElement, owner: LinkedModel): BoxedContext {
    return { types: owner.types, report: owner.report, owner: element.id };
  }

  private decision(element: DmnDecision, owner: LinkedModel): Node {
    const declared = this.checkType(element, owner);
    const type = declared ?? shapeOf(element.logic, owner.types);
    const body = this.lazily(() => this.decisionBody(element, owner));
    return {
      element,
      type,
      value: (session) =>
        session.valueOf(element, () => {
          session.run.enter(LEVELS);
          const { evaluate, bindings } = body();
          const values = bindings.map((binding) => binding.read(session));
          const result = evaluate(new Scope(session.run, null, values));
          const value = typed(result.value, declared, session.run);
          session.note(element, { ...result, value });
          session.run.leave(LEVELS);
          return value;
        }),
    };
  }

  private decisionBody(element: DmnDecision, owner: LinkedModel) {
    const { scope, bindings } = this.scopeOf(element, owner);
    const context = this.boxed(element, owner);
    const { logic } = element;
    if (logic?.kind === 'table') {
      const table = compileTable(logic, scope, context);
      return { bindings, evaluate: (at: Scope) => ({ kind: 'table' as const, ...table(at) }) };
    }
    const evaluate = compileSyntaxWithin(toSyntax(logic, context), scope);
    const plain = { kind: 'expression' as const, inputs: [], matchedRules: [] };
    return { bindings, evaluate: (at: Scope) => ({ ...plain, value: evaluate(at) }) };
  }

  /** What it requires is read when it is called, not when it is made: knowledge models may call one another. */
  private knowledgeModel(element: DmnKnowledgeModel, owner: LinkedModel): Node {
    const declared = this.checkType(element, owner);
    const result = declared?.kind === 'function' ? declared.result : declared;
    const shape = result ?? shapeOf(element.logic?.body ?? null, owner.types);
    const type: FeelType | null = shape === null ? null : { kind: 'function', parameters: [], result: shape };
    const parameters = parametersOf(element.logic?.parameters ?? [], owner.types);
    const body = this.lazily(() => {
      const { scope, bindings } = this.scopeOf(element, owner);
      const syntax =
        element.logic === null ? NULL_SYNTAX : functionSyntax(element.logic, this.boxed(element, owner));
      return { evaluate: compileSyntaxWithin(syntax, scope), bindings };
    });
    const make = (session: Session): FeelFunction => {
      let scope: Scope | null = null;
      return new FeelFunction(
        element.name,
        parameters,
        (args, run) => {
          const { evaluate, bindings } = body();
          scope ??= new Scope(
            run,
            null,
            bindings.map((binding) => binding.read(session)),
          );
          const called = evaluate(scope);
          return called instanceof FeelFunction ? typed(called.call(args, run), result, run) : null;
        },
        result,
      );
    };
    return { element, type, value: (session) => session.valueOf(element, () => make(session)) };
  }

  private service(element: DmnDecisionService, owner: LinkedModel): Node {
    const declared = this.checkType(element, owner);
    const result = declared?.kind === 'function' ? declared.result : declared;
    const parts = this.lazily(() => ({
      inputs: [...element.inputData, ...element.inputDecisions].flatMap((reference) =>
        this.referred(reference, owner, element),
      ),
      outputs: element.outputs.flatMap((reference) => this.referred(reference, owner, element)),
    }));
    const call = (session: Session): FeelFunction => {
      const { inputs, outputs } = parts();
      const parameters = inputs.map((node) => ({ name: node.element.variable.name, type: node.type }));
      return new FeelFunction(
        element.name,
        parameters,
        (args, run) => {
          const values = bind(parameters, args, run);
          if (values === null) return null;
          run.enter(LEVELS);
          const within = session.within(
            new Map(inputs.map((node, index) => [node.element, values[index] ?? null])),
          );
          const value = typed(outputsOf(outputs, within), result, run);
          run.leave(LEVELS);
          return value;
        },
        result,
      );
    };
    return { element, type: null, value: (session) => session.valueOf(element, () => call(session)) };
  }

  /** The value of a service's outputs when it is asked directly: input decisions are given, never decided. */
  serviceValue(element: DmnDecisionService, owner: LinkedModel, session: Session): FeelValue {
    const outputs = element.outputs.flatMap((reference) => this.referred(reference, owner, element));
    const inputs = element.inputDecisions.flatMap((reference) => this.referred(reference, owner, element));
    const given = new Map<DrgElement, FeelValue>();
    for (const { element: input, type } of inputs) {
      const value = session.inputs.get(input.variable.name) ?? null;
      given.set(input, typed(fromOutside(value, type), type, session.run));
    }
    return outputsOf(outputs, session.within(given));
  }

  private scopeOf(
    element: DmnDecision | DmnKnowledgeModel,
    owner: LinkedModel,
  ): { scope: StaticScope; bindings: readonly Binding[] } {
    const bindings = this.bindingsOf(element, owner);
    const scope = new StaticScope(null);
    for (const binding of bindings) scope.declare(binding.name, binding.type);
    return { scope, bindings };
  }

  /** What is imported under a name is read as an entry of that name. */
  private bindingsOf(element: DmnDecision | DmnKnowledgeModel, owner: LinkedModel): Binding[] {
    const bindings = new Map<string, Binding>();
    const groups = new Map<string, Node[]>();
    for (const reference of element.requirements) {
      const referred = resolve(reference, owner);
      if (referred === null) {
        reportMissing(owner.report, reference, element.id);
        continue;
      }
      const node = this.node(referred.element, referred.owner);
      if (referred.alias === null || referred.alias === '') {
        for (const name of namesOf(referred.element)) {
          if (!bindings.has(name))
            bindings.set(name, { name, type: node.type, read: (session) => node.value(session) });
        }
      } else groups.set(referred.alias, [...(groups.get(referred.alias) ?? []), node]);
    }
    for (const [alias, nodes] of groups) bindings.set(alias, groupBinding(alias, nodes));
    return [...bindings.values()];
  }

  private referred(reference: DmnReference, owner: LinkedModel, element: DrgElement): Node[] {
    const referred = resolve(reference, owner);
    if (referred !== null) return [this.node(referred.element, referred.owner)];
    reportMissing(owner.report, reference, element.id);
    return [];
  }

  private readonly pending: (() => unknown)[] = [];

  /** Compiles when it is first needed, as elements may refer to one another; `finish` needs all of them. */
  private lazily<T>(make: () => T): () => T {
    let made: { readonly value: T } | null = null;
    const get = (): T => (made ??= { value: make() }).value;
    this.pending.push(get);
    return get;
  }

  /** Compiles what is still to be compiled, so that every fault is found. */
  finish(): void {
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) next();
  }
}

/** A decision may be read by its id as well, as Camunda has it. */
function namesOf(element: DrgElement): readonly string[] {
  const { name } = element.variable;
  return element.kind === 'decision' && /^[A-Za-z]\w*$/.test(element.id) ? [name, element.id] : [name];
}

function groupBinding(alias: string, nodes: readonly Node[]): Binding {
  const entries = new Map(
    nodes.map((node) => [node.element.variable.name, node.type ?? { kind: 'any' as const }]),
  );
  return {
    name: alias,
    type: { kind: 'context', entries },
    read: (session) => new Map(nodes.map((node) => [node.element.variable.name, node.value(session)])),
  };
}

function outputsOf(outputs: readonly Node[], session: Session): FeelValue {
  const values = outputs.map((node) => [node.element.variable.name, node.value(session)] as const);
  return values.length === 1 ? (values[0]?.[1] ?? null) : new Map(values);
}
