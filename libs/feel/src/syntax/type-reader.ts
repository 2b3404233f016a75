import { typeByName } from '../types/type.ts';
import type { FeelType } from '../types/type.ts';
import { NodeText } from './node-text.ts';
import type { SyntaxNode, TypeResolver } from './parser.ts';
import { SyntaxFault } from './syntax-problem.ts';

/** Reads types from the grammar's tree. */
export class TypeReader extends NodeText {
  constructor(
    source: string,
    private readonly typeOf: TypeResolver,
  ) {
    super(source);
  }

  read(node: SyntaxNode): FeelType {
    const only = node.firstChild!;
    switch (only.name) {
      case 'ListType':
        return {
          kind: this.text(only).startsWith('range') ? 'range' : 'list',
          of: this.read(only.getChild('Type')!),
        };
      case 'ContextType':
        return { kind: 'context', entries: this.entryTypes(only) };
      case 'FunctionType': {
        const parameters = only.getChild('ArgumentTypes')!.getChildren('ArgumentType');
        const result = only.getChildren('Type').at(-1)!;
        return {
          kind: 'function',
          parameters: parameters.map((parameter) => this.read(parameter.getChild('Type')!)),
          result: this.read(result),
        };
      }
      default:
        return this.namedType(only);
    }
  }

  private entryTypes(node: SyntaxNode): Map<string, FeelType> {
    const entries = node.getChild('ContextEntryTypes')!.getChildren('ContextEntryType');
    return new Map(
      entries.map((entry) => [this.name(entry.getChild('Name')!), this.read(entry.getChild('Type')!)]),
    );
  }

  private namedType(node: SyntaxNode): FeelType {
    const name = this.name(node);
    const type = typeByName(name) ?? this.typeOf(name);
    if (type !== null) return type;
    throw new SyntaxFault(
      'UNKNOWN_TYPE',
      node.from,
      `Expected the name of a type, but found \`${name}\`.`,
      name,
    );
  }
}
