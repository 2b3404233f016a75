import type { SyntaxNode, TypeResolver } from './parser.ts';
import { NodeText } from './node-text.ts';
import { SyntaxFault } from './syntax-problem.ts';
import { partsOf } from './tree-nodes.ts';
import { TypeReader } from './type-reader.ts';
import type {
  ArithmeticOperator,
  CompareOperator,
  FormalParameter,
  Iterator,
  Syntax,
  UnaryTestsSyntax,
} from './syntax.ts';

const MAX_DEPTH = 800;

/** Turns the grammar's tree into syntax. Knows every node name of the grammar. */
export class TreeReader extends NodeText {
  private depth = 0;

  private readonly types: TypeReader;

  constructor(source: string, typeOf: TypeResolver) {
    super(source);
    this.types = new TypeReader(source, typeOf);
  }

  /** The expression within a top node. */
  only(node: SyntaxNode): Syntax {
    return this.read(this.first(node));
  }

  unaryTests(node: SyntaxNode): UnaryTestsSyntax {
    if (node.getChild('Wildcard') !== null) return { wildcard: true, negated: false, tests: [] };
    const tests = node.getChild('PositiveUnaryTests');
    if (tests === null) throw this.unexpected(node);
    return { wildcard: false, negated: node.getChild('not') !== null, tests: this.tests(tests) };
  }

  read(node: SyntaxNode): Syntax {
    if ((this.depth += 1) > MAX_DEPTH) {
      throw new SyntaxFault(
        'TOO_DEEP',
        node.from,
        `Expected expressions that nest at most ${MAX_DEPTH} deep.`,
      );
    }
    const syntax = this.convert(node);
    this.depth -= 1;
    return syntax;
  }

  private convert(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    switch (node.name) {
      case 'null':
        return { ...span, kind: 'null' };
      case 'BooleanLiteral':
        return { ...span, kind: 'boolean', value: this.text(node) === 'true' };
      case 'NumericLiteral':
        return { ...span, kind: 'number', value: this.number(node) };
      case 'StringLiteral':
        return { ...span, kind: 'string', value: this.string(node) };
      case 'VariableName':
        return { ...span, kind: 'name', name: this.name(node) };
      case '?':
        return { ...span, kind: 'input' };
      case 'DateTimeLiteral':
        return this.dateTime(node);
      case 'ParenthesizedExpression':
        return this.read(this.first(node));
      case 'PathExpression': {
        const [source, name] = partsOf(node);
        return { ...span, kind: 'path', source: this.read(source!), name: this.name(name!) };
      }
      case 'FilterExpression': {
        const [source, condition] = partsOf(node);
        return { ...span, kind: 'filter', source: this.read(source!), condition: this.read(condition!) };
      }
      case 'IfExpression': {
        const [condition, whenTrue, otherwise] = this.all(node);
        return { ...span, kind: 'if', condition: condition!, whenTrue: whenTrue!, otherwise: otherwise! };
      }
      case 'Conjunction':
      case 'Disjunction': {
        const [left, right] = this.all(node);
        return { ...span, kind: node.name === 'Conjunction' ? 'and' : 'or', left: left!, right: right! };
      }
      case 'List':
        return { ...span, kind: 'list', items: this.all(node) };
      default:
        return this.convertCompound(node);
    }
  }

  private convertCompound(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    switch (node.name) {
      case 'ArithmeticExpression':
        return this.arithmetic(node);
      case 'Comparison':
        return this.comparison(node);
      case 'FunctionInvocation':
        return this.invocation(node, this.callee(node));
      case 'ForExpression':
        return { ...span, kind: 'for', iterators: this.iterators(node), body: this.read(this.last(node)) };
      case 'QuantifiedExpression': {
        const quantifier = node.getChild('some') === null ? 'every' : 'some';
        return {
          ...span,
          kind: 'quantified',
          quantifier,
          iterators: this.iterators(node),
          body: this.read(this.last(node)),
        };
      }
      case 'Context':
        return {
          ...span,
          kind: 'context',
          entries: node.getChildren('ContextEntry').map((entry) => this.entry(entry)),
        };
      case 'FunctionDefinition':
        return this.functionDefinition(node);
      case 'SimplePositiveUnaryTest':
        return this.simpleTest(node);
      case 'InstanceOfExpression':
        return {
          ...span,
          kind: 'instance of',
          value: this.read(this.first(node)),
          type: this.types.read(this.last(node)),
        };
      default:
        throw this.unexpected(node);
    }
  }

  private arithmetic(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    const parts = partsOf(node);
    const written = this.text(node.getChild('ArithOp')!);
    const [left, right] = parts.map((part) => this.read(part));
    if (right !== undefined) {
      const operator = (written === '^' ? '**' : written) as ArithmeticOperator;
      return { ...span, kind: 'arithmetic', operator, left: left!, right };
    }
    if (written !== '-') throw this.unexpected(node);
    return { ...span, kind: 'negation', operand: left! };
  }

  private comparison(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    const operator = node.getChild('CompareOp');
    if (operator !== null) {
      const [left, right] = this.all(node);
      return {
        ...span,
        kind: 'comparison',
        operator: this.text(operator) as CompareOperator,
        left: left!,
        right: right!,
      };
    }
    if (node.getChild('between') !== null) {
      const [value, low, high] = this.all(node);
      return { ...span, kind: 'between', value: value!, low: low!, high: high! };
    }
    const group = node.getChild('PositiveUnaryTests');
    const single = node.getChild('PositiveUnaryTest');
    const tests = group === null ? [this.only(single!)] : this.tests(group);
    return { ...span, kind: 'in', value: this.read(this.first(node)), tests };
  }

  private tests(node: SyntaxNode): Syntax[] {
    return node.getChildren('PositiveUnaryTest').map((test) => this.only(test));
  }

  private simpleTest(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    const interval = node.getChild('Interval');
    if (interval === null) {
      const operator = this.text(node.getChild('CompareOp')!) as CompareOperator;
      return { ...span, kind: 'unary test', operator, endpoint: this.read(this.last(node)) };
    }
    const [start, end] = this.all(interval);
    return {
      ...span,
      kind: 'range',
      start: start!,
      startIncluded: this.source[interval.from] === '[',
      end: end!,
      endIncluded: this.source[interval.to - 1] === ']',
    };
  }

  private dateTime(node: SyntaxNode): Syntax {
    const span = { from: node.from, to: node.to };
    const at = node.getChild('AtLiteral');
    if (at !== null) return { ...span, kind: 'at', text: this.string(at.getChild('StringLiteral')!) };
    const constructor = node.getChild('DateTimeConstructor')!;
    return this.invocation(node, this.named(constructor));
  }

  private callee(node: SyntaxNode): Syntax {
    const special = node.getChild('SpecialFunctionName');
    return special === null ? this.read(this.first(node)) : this.named(special);
  }

  private named(node: SyntaxNode): Syntax {
    return { from: node.from, to: node.to, kind: 'name', name: this.name(node) };
  }

  private invocation(node: SyntaxNode, callee: Syntax): Syntax {
    const span = { from: node.from, to: node.to };
    const named = node.getChild('NamedParameters');
    if (named === null) {
      const positional = node.getChild('PositionalParameters');
      return {
        ...span,
        kind: 'call',
        callee,
        args: positional === null ? [] : this.all(positional),
        names: null,
      };
    }
    const parameters = named.getChildren('NamedParameter');
    return {
      ...span,
      kind: 'call',
      callee,
      args: parameters.map((parameter) => this.read(this.last(parameter))),
      names: parameters.map((parameter) => this.name(parameter.getChild('ParameterName')!)),
    };
  }

  private iterators(node: SyntaxNode): Iterator[] {
    return node
      .getChild('InExpressions')!
      .getChildren('InExpression')
      .map((iterator) => {
        const [from, to] = this.all(iterator.getChild('IterationContext')!);
        return { name: this.name(iterator.getChild('Name')!), from: from!, to: to ?? null };
      });
  }

  private entry(node: SyntaxNode): { key: string; value: Syntax } {
    const key = node.getChild('Key')!;
    const quoted = key.getChild('StringLiteral');
    return { key: quoted === null ? this.name(key) : this.string(quoted), value: this.read(this.last(node)) };
  }

  private functionDefinition(node: SyntaxNode): Syntax {
    const parameters = node
      .getChild('FormalParameters')!
      .getChildren('FormalParameter')
      .map((parameter): FormalParameter => {
        const type = parameter.getChild('Type');
        return {
          name: this.name(parameter.getChild('ParameterName')!),
          type: type === null ? null : this.types.read(type),
        };
      });
    const body = this.only(node.getChild('FunctionBody')!);
    const external = node.getChild('external') !== null;
    return { from: node.from, to: node.to, kind: 'function', parameters, body, external };
  }

  private all(node: SyntaxNode): Syntax[] {
    return partsOf(node).map((part) => this.read(part));
  }

  private first(node: SyntaxNode): SyntaxNode {
    const part = partsOf(node)[0];
    if (part === undefined) throw this.unexpected(node);
    return part;
  }

  private last(node: SyntaxNode): SyntaxNode {
    const part = partsOf(node).at(-1);
    if (part === undefined) throw this.unexpected(node);
    return part;
  }
}
