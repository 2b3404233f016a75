import type { FeelFunction } from '../values/function.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Evaluate } from './scope.ts';
import type { StaticScope } from './scope.ts';

/** What compiling a piece of syntax needs from around it. */
export interface Site {
  readonly scope: StaticScope;
  /** Compiles a part; in this scope unless another is given. */
  compile(syntax: Syntax, scope?: StaticScope): Evaluate;
  /** Notes that a variable from outside is read, and gives its name as it was declared. */
  free(name: string): string;
  /** A built-in function by its canonical name. */
  builtin(name: string): FeelFunction | null;
  /** Notes that a built-in is called. */
  calls(name: string, from: number): void;
}

/** The syntax of one kind. */
export type Of<Kind extends Syntax['kind']> = Extract<Syntax, { kind: Kind }>;
