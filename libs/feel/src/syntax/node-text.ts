import { parseNumber } from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import { stringLiteral } from './literal.ts';
import { nameOf } from './names.ts';
import type { SyntaxNode } from './parser.ts';
import { SyntaxFault } from './syntax-problem.ts';

/** What the texts of nodes mean. */
export class NodeText {
  constructor(protected readonly source: string) {}

  protected number(node: SyntaxNode): FeelNumber {
    const value = parseNumber(this.text(node).replace(/\s+/g, ''));
    if (value === null)
      throw new SyntaxFault(
        'BAD_LITERAL',
        node.from,
        'Expected a number of 34 digits and its exponent.',
        this.text(node),
      );
    return value;
  }

  protected string(node: SyntaxNode): string {
    return stringLiteral(this.text(node), node.from);
  }

  protected name(node: SyntaxNode): string {
    return nameOf(this.text(node));
  }

  protected text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  protected unexpected(node: SyntaxNode): SyntaxFault {
    const found = this.text(node).slice(0, 40);
    return new SyntaxFault('SYNTAX', node.from, `Expected an expression, but found \`${found}\`.`, found);
  }
}
