import type { SyntaxNode } from './parser.ts';

/** The children of a node that are expressions or names: no keyword, bracket, operator or comment. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isPart(child.name)) parts.push(child);
  }
  return parts;
}

/** Productions are named with a capital; keywords and punctuation are not. `null` and `?` are the exceptions. */
function isPart(name: string): boolean {
  if (name === 'null' || name === '?') return true;
  return /^[A-Z]/.test(name) && !NOT_PARTS.has(name);
}

const NOT_PARTS: ReadonlySet<string> = new Set([
  'LineComment',
  'BlockComment',
  'ArithOp',
  'CompareOp',
  'Wildcard',
  'InExpressions',
  'DateTimeConstructor',
  'SpecialFunctionName',
  'NamedParameters',
  'PositionalParameters',
  'Key',
  'ParameterName',
  'FormalParameters',
]);
