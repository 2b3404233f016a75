import type { Evaluate } from '../compile/scope.ts';
import type { Site } from '../compile/site.ts';
import type { FeelType } from '../types/type.ts';
import type { FeelNumber } from '../values/number.ts';

/** Where a piece of syntax stands: offsets into the source, the end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

export interface Iterator {
  readonly name: string;
  readonly from: Syntax;
  /** The end of `from..to`; null where `from` is the collection itself. */
  readonly to: Syntax | null;
}

export interface FormalParameter {
  readonly name: string;
  readonly type: FeelType | null;
}

export interface SyntaxEntry {
  readonly key: string;
  readonly value: Syntax;
  /** What the value must be; a value that is not becomes null. Boxed contexts declare it, literal ones cannot. */
  readonly type?: FeelType | null;
}

/** A parsed expression. One shape for each production of the grammar (DMN 1.5 §10.3.1.2). */
export type Syntax = Span &
  (
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'number'; readonly value: FeelNumber }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'at'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'input' }
    | { readonly kind: 'path'; readonly source: Syntax; readonly name: string }
    | {
        readonly kind: 'filter';
        readonly source: Syntax;
        readonly condition: Syntax;
        /** Of a boxed filter: a condition that is no boolean makes the whole null. */
        readonly boxed?: true;
      }
    | {
        readonly kind: 'call';
        readonly callee: Syntax;
        readonly args: readonly Syntax[];
        readonly names: readonly string[] | null;
      }
    | { readonly kind: 'negation'; readonly operand: Syntax }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: CompareOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | { readonly kind: 'between'; readonly value: Syntax; readonly low: Syntax; readonly high: Syntax }
    | { readonly kind: 'in'; readonly value: Syntax; readonly tests: readonly Syntax[] }
    | { readonly kind: 'and' | 'or'; readonly left: Syntax; readonly right: Syntax }
    | {
        readonly kind: 'if';
        readonly condition: Syntax;
        readonly whenTrue: Syntax;
        readonly otherwise: Syntax;
      }
    | { readonly kind: 'for'; readonly iterators: readonly Iterator[]; readonly body: Syntax }
    | {
        readonly kind: 'quantified';
        readonly quantifier: 'some' | 'every';
        readonly iterators: readonly Iterator[];
        readonly body: Syntax;
      }
    | { readonly kind: 'list'; readonly items: readonly Syntax[] }
    | {
        readonly kind: 'context';
        readonly entries: readonly SyntaxEntry[];
        /** What a boxed context gives in place of itself. */
        readonly result?: Syntax;
      }
    | {
        readonly kind: 'function';
        readonly parameters: readonly FormalParameter[];
        readonly body: Syntax;
        readonly external: boolean;
      }
    | {
        readonly kind: 'range';
        readonly start: Syntax;
        readonly startIncluded: boolean;
        readonly end: Syntax;
        readonly endIncluded: boolean;
      }
    | { readonly kind: 'unary test'; readonly operator: CompareOperator; readonly endpoint: Syntax }
    | { readonly kind: 'instance of'; readonly value: Syntax; readonly type: FeelType }
    /** A part that the host compiles: it knows the scope only then, and charges its own steps. */
    | { readonly kind: 'host'; readonly compile: (site: Site) => Evaluate }
  );

/** Unary tests: the condition of a cell in a decision table. */
export interface UnaryTestsSyntax {
  /** `-`: anything. */
  readonly wildcard: boolean;
  /** `not(…)` around the tests. */
  readonly negated: boolean;
  readonly tests: readonly Syntax[];
}
