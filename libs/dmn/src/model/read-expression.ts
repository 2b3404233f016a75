import type { DmnProblem } from '../problem.ts';
import { attribute, childNamed, childrenNamed } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type {
  Aggregation,
  DmnContextEntry,
  DmnExpression,
  DmnFunction,
  DmnInputClause,
  DmnOutputClause,
  DmnRule,
  DmnTable,
  DmnText,
  DmnVariable,
  HitPolicy,
} from './dmn-model.ts';
import { typeRefOf } from './type-ref.ts';

const HIT_POLICIES: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'UNIQUE',
  FIRST: 'FIRST',
  PRIORITY: 'PRIORITY',
  ANY: 'ANY',
  COLLECT: 'COLLECT',
  'RULE ORDER': 'RULE ORDER',
  'OUTPUT ORDER': 'OUTPUT ORDER',
};
const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  SUM: 'SUM',
  COUNT: 'COUNT',
  MIN: 'MIN',
  MAX: 'MAX',
};

/** Reads boxed expressions. */
export class ExpressionReader {
  constructor(
    private readonly owner: string,
    private readonly problems: DmnProblem[],
  ) {}

  /** The expression that an element holds; null where it holds none. */
  within(element: XmlElement | null): DmnExpression | null {
    for (const child of element?.children ?? []) {
      const expression = child.namespace === element?.namespace ? this.read(child) : null;
      if (expression !== null) return expression;
    }
    return null;
  }

  private read(element: XmlElement): DmnExpression | null {
    switch (element.name) {
      case 'literalExpression':
        this.checkLanguage(element);
        return { ...this.base(element), kind: 'literal', text: childNamed(element, 'text')?.text ?? '' };
      case 'decisionTable':
        return this.table(element);
      case 'context':
        return { ...this.base(element), kind: 'context', entries: this.entries(element) };
      case 'invocation':
        return this.invocation(element);
      case 'relation':
        return this.relation(element);
      case 'list':
        return { ...this.base(element), kind: 'list', items: this.expressionsOf(element) };
      case 'functionDefinition':
        return this.functionOf(element);
      case 'conditional':
        return this.conditional(element);
      case 'for':
      case 'some':
      case 'every':
        return this.iterator(element, element.name);
      case 'filter':
        return this.filter(element);
      default:
        return null;
    }
  }

  private base(element: XmlElement): {
    line: number;
    column: number;
    id: string | null;
    typeRef: string | null;
  } {
    return {
      line: element.line,
      column: element.column,
      id: attribute(element, 'id'),
      typeRef: typeRefOf(element),
    };
  }

  private expressionsOf(element: XmlElement): DmnExpression[] {
    return element.children.flatMap((child) => {
      const expression = child.namespace === element.namespace ? this.read(child) : null;
      return expression === null ? [] : [expression];
    });
  }

  /** A function definition, or the encapsulated logic of a knowledge model. */
  functionOf(element: XmlElement): DmnFunction {
    const kind = attribute(element, 'kind');
    return {
      ...this.base(element),
      kind: 'function',
      language:
        kind === 'Java' || kind === 'PMML' ? kind : kind === 'J' ? 'Java' : kind === 'P' ? 'PMML' : 'FEEL',
      parameters: childrenNamed(element, 'formalParameter').map(variable),
      body: this.within(element),
    };
  }

  private entries(element: XmlElement): DmnContextEntry[] {
    return childrenNamed(element, 'contextEntry').map((entry) => {
      const declared = childNamed(entry, 'variable');
      return { variable: declared === null ? null : variable(declared), value: this.within(entry) };
    });
  }

  private invocation(element: XmlElement): DmnExpression {
    const bindings = childrenNamed(element, 'binding').map((binding) => {
      const parameter = childNamed(binding, 'parameter');
      return { name: (parameter && attribute(parameter, 'name')) ?? '', value: this.within(binding) };
    });
    return { ...this.base(element), kind: 'invocation', callee: this.within(element), bindings };
  }

  private relation(element: XmlElement): DmnExpression {
    return {
      ...this.base(element),
      kind: 'relation',
      columns: childrenNamed(element, 'column').map((column) => attribute(column, 'name') ?? ''),
      rows: childrenNamed(element, 'row').map((row) => this.expressionsOf(row)),
    };
  }

  private conditional(element: XmlElement): DmnExpression {
    return {
      ...this.base(element),
      kind: 'conditional',
      condition: this.within(childNamed(element, 'if')),
      whenTrue: this.within(childNamed(element, 'then')),
      otherwise: this.within(childNamed(element, 'else')),
    };
  }

  private iterator(element: XmlElement, iterator: 'for' | 'some' | 'every'): DmnExpression {
    return {
      ...this.base(element),
      kind: 'iterator',
      iterator,
      variable: attribute(element, 'iteratorVariable') ?? '',
      collection: this.within(childNamed(element, 'in')),
      body: this.within(childNamed(element, iterator === 'for' ? 'return' : 'satisfies')),
    };
  }

  private filter(element: XmlElement): DmnExpression {
    return {
      ...this.base(element),
      kind: 'filter',
      collection: this.within(childNamed(element, 'in')),
      match: this.within(childNamed(element, 'match')),
    };
  }

  private table(element: XmlElement): DmnTable {
    const inputs = childrenNamed(element, 'input').map((input, index) => this.inputClause(input, index));
    const outputs = childrenNamed(element, 'output').map((output, index) => this.outputClause(output, index));
    const hitPolicy = HIT_POLICIES[attribute(element, 'hitPolicy') ?? 'UNIQUE'];
    if (hitPolicy === undefined) this.problem(element, 'Expected a hit policy of DMN.');
    const rules = childrenNamed(element, 'rule').map((rule, index) =>
      this.rule(rule, index, inputs.length, outputs.length),
    );
    if (outputs.length === 0) this.problem(element, 'Expected a decision table with at least one output.');
    return {
      ...this.base(element),
      kind: 'table',
      hitPolicy: hitPolicy ?? 'UNIQUE',
      aggregation: AGGREGATIONS[attribute(element, 'aggregation') ?? ''] ?? null,
      inputs,
      outputs,
      rules,
    };
  }

  private inputClause(element: XmlElement, index: number): DmnInputClause {
    const expression = childNamed(element, 'inputExpression');
    if (expression !== null) this.checkLanguage(expression);
    return {
      line: element.line,
      column: element.column,
      id: attribute(element, 'id') ?? `input ${index + 1}`,
      label: attribute(element, 'label') ?? '',
      expression: text(expression ?? element),
      typeRef: expression === null ? null : typeRefOf(expression),
      allowed: optionalText(childNamed(element, 'inputValues')),
    };
  }

  private outputClause(element: XmlElement, index: number): DmnOutputClause {
    return {
      line: element.line,
      column: element.column,
      id: attribute(element, 'id') ?? `output ${index + 1}`,
      name: attribute(element, 'name') ?? '',
      label: attribute(element, 'label') ?? '',
      typeRef: typeRefOf(element),
      allowed: optionalText(childNamed(element, 'outputValues')),
      defaultEntry: optionalText(childNamed(element, 'defaultOutputEntry')),
    };
  }

  private rule(element: XmlElement, index: number, inputs: number, outputs: number): DmnRule {
    const rule = {
      line: element.line,
      column: element.column,
      id: attribute(element, 'id') ?? `rule ${index + 1}`,
      inputs: childrenNamed(element, 'inputEntry').map((entry) => this.entry(entry)),
      outputs: childrenNamed(element, 'outputEntry').map((entry) => this.entry(entry)),
    };
    if (rule.inputs.length !== inputs || rule.outputs.length !== outputs) {
      this.problem(element, `Expected a rule with ${inputs} inputs and ${outputs} outputs.`);
    }
    return rule;
  }

  private entry(element: XmlElement): DmnText {
    this.checkLanguage(element);
    return text(element);
  }

  /** FEEL is meant where nothing is said; it is named by a word or by the address of its specification. */
  private checkLanguage(element: XmlElement): void {
    const language = attribute(element, 'expressionLanguage');
    if (language === null || /feel/i.test(language)) return;
    const message = `Expected an expression in FEEL, but its language is \`${language}\`.`;
    this.problem(element, message, 'LANGUAGE', language);
  }

  private problem(
    element: XmlElement,
    message: string,
    code: DmnProblem['code'] = 'TABLE_SHAPE',
    what = message,
  ): void {
    const { line, column } = element;
    const elementId = attribute(element, 'id') ?? this.owner;
    this.problems.push({ code, message, what, elementId, line, column });
  }
}

function variable(element: XmlElement): DmnVariable {
  return { name: attribute(element, 'name') ?? '', typeRef: typeRefOf(element) };
}

function text(element: XmlElement): DmnText {
  const child = childNamed(element, 'text');
  const { line, column } = child ?? element;
  return { id: attribute(element, 'id'), text: child?.text ?? '', line, column };
}

function optionalText(element: XmlElement | null): DmnText | null {
  const found = element === null ? null : text(element);
  return found === null || found.text.trim() === '' ? null : found;
}
