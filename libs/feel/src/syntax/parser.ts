import { parser as feelGrammar } from 'lezer-feel';
import { trackNames } from './name-tracker.ts';
import type { KnownNames } from './names.ts';
import { SyntaxFault } from './syntax-problem.ts';
import type { Syntax, UnaryTestsSyntax } from './syntax.ts';
import type { FeelType } from '../types/type.ts';
import { TreeReader } from './tree-reader.ts';
import { withPlainSpaces } from './white-space.ts';

const MAX_LENGTH = 32_000;
/** The parser loses its way in longer chains of operators. */
const MAX_CHAIN = 300;
const OPERATORS = /[-+*/]|\b(?:and|or)\b/g;

/** A node of the grammar's tree. */
export type SyntaxNode = ReturnType<typeof feelGrammar.parse>['topNode'];

/** How a type name that is not of FEEL itself is found; null where there is none. */
export type TypeResolver = (name: string) => FeelType | null;

/**
 * Parses an expression. The grammar is lezer-feel's; this turns its tree into ours.
 *
 * @throws SyntaxFault at the first fault
 */
export function parseExpression(source: string, known: KnownNames, typeOf: TypeResolver): Syntax {
  const plain = withPlainSpaces(source);
  const top = parseTree(plain, 'Expression', known);
  return new TreeReader(plain, typeOf).only(top);
}

/** Parses unary tests. @throws SyntaxFault at the first fault */
export function parseUnaryTests(source: string, known: KnownNames, typeOf: TypeResolver): UnaryTestsSyntax {
  const plain = withPlainSpaces(source);
  const top = parseTree(plain, 'UnaryTests', known);
  return new TreeReader(plain, typeOf).unaryTests(top);
}

function parseTree(source: string, top: 'Expression' | 'UnaryTests', known: KnownNames): SyntaxNode {
  if (source.length > MAX_LENGTH) {
    throw new SyntaxFault(
      'TOO_LONG',
      MAX_LENGTH,
      `Expected at most ${MAX_LENGTH} characters, but found more.`,
    );
  }
  if (source.trim() === '') throw new SyntaxFault('SYNTAX', 0, 'Expected an expression, but found nothing.');
  const configured = feelGrammar.configure({
    top,
    strict: true,
    dialect: 'camunda',
    contextTracker: trackNames(known),
  });
  try {
    return withoutErrors(configured.parse(source));
  } catch (error) {
    const masked = source.replace(RANGE_TYPE, '$1list $2');
    if (masked === source) throw faultOf(source, error);
    return reparse(() => withoutErrors(configured.parse(masked)), source);
  }
}

/**
 * The grammar does not know `range<…>`, which is written like `list<…>`. Where a text does not parse, it is read as
 * that; the reader of the tree looks into the source and finds what was written.
 */
const RANGE_TYPE = /(\bof\s+|:\s*|<\s*|,\s*|->\s*)range(\s*<)/g;

function reparse(parse: () => SyntaxNode, source: string): SyntaxNode {
  try {
    return parse();
  } catch (error) {
    throw faultOf(source, error);
  }
}

/** Where the parser gives up on a very long chain of operators it leaves a mark in the tree instead of stopping. */
function withoutErrors(tree: ReturnType<typeof feelGrammar.parse>): SyntaxNode {
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) throw new SyntaxError(`No parse at ${node.from}`);
    },
  });
  return tree.topNode;
}

/** The grammar reports "No parse at N"; its name tracker throws when a name is left open. */
function faultOf(source: string, error: unknown): SyntaxFault {
  if (error instanceof SyntaxFault) return error;
  const place = error instanceof SyntaxError ? / at (\d+)/.exec(error.message) : null;
  const offset = Math.min(Number(place?.[1] ?? 0), source.length);
  if ((source.match(OPERATORS)?.length ?? 0) > MAX_CHAIN) {
    return new SyntaxFault(
      'TOO_LONG',
      offset,
      `Expected an expression of at most ${MAX_CHAIN} operators, or a fault is here.`,
    );
  }
  const rest = source.slice(offset).trimStart();
  if (rest === '') {
    return new SyntaxFault('SYNTAX', source.length, 'Expected the expression to go on, but it ends here.');
  }
  const found = /^[\p{L}\p{N}_]+|^./su.exec(rest)?.[0] ?? '';
  const at = offset + (source.slice(offset).length - rest.length);
  return new SyntaxFault('SYNTAX', at, `Expected something else here, but found \`${found}\`.`, found);
}
