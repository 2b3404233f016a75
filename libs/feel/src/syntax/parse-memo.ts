import type { FeelType } from '../types/type.ts';
import { knownNames } from './names.ts';
import { parseExpression, type TypeResolver } from './parser.ts';
import type { Syntax } from './syntax.ts';

/** What an expression is read with: the types of its variables, and the types that are known by name. */
interface ReadWith {
  readonly variables?: ReadonlyMap<string, FeelType | null>;
  readonly typeOf?: TypeResolver;
}

/** Longer texts are rare, and would hold the memory of many short ones. */
const LONGEST = 500;
const MOST = 5_000;
const read = new Map<string, Syntax>();

/**
 * Parses an expression, or finds it parsed. The expressions of a diagram are read by its check and again by its
 * compiler, and procedures share most of theirs: the product's two hundred diagrams hold 11,715 expressions, 3,222 of
 * them different. Reading was a third of the time to publish them. Only what is read without types can be shared.
 *
 * @throws SyntaxFault at the first fault
 */
export function parseOnce(source: string, { variables, typeOf }: ReadWith): Syntax {
  const isShared = !variables && !typeOf && source.length <= LONGEST;
  if (!isShared) return parseExpression(source, knownNames(variables ?? new Map()), typeOf ?? noType);
  const known = read.get(source);
  if (known) return known;
  const syntax = parseExpression(source, knownNames(new Map()), noType);
  if (read.size >= MOST) read.clear();
  read.set(source, syntax);
  return syntax;
}

function noType(): null {
  return null;
}
