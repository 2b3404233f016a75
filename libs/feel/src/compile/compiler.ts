import { canonicalName } from '../syntax/names.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { FeelFunction } from '../values/function.ts';
import {
  compileAt,
  compileContext,
  compileFilter,
  compileInstanceOf,
  compileList,
  compileLiteral,
  compilePath,
} from './data.compile.ts';
import { compileCall, compileFunction } from './functions.compile.ts';
import { compileFor, compileQuantified } from './iteration.compile.ts';
import { compileInput, compileName } from './names.compile.ts';
import {
  compileAnd,
  compileArithmetic,
  compileBetween,
  compileComparison,
  compileIf,
  compileNegation,
  compileOr,
} from './operators.compile.ts';
import type { Evaluate, StaticScope } from './scope.ts';
import type { Site } from './site.ts';
import { compileIn, compileRange, compileUnaryTest } from './tests.compile.ts';

type Compile<Kind extends Syntax['kind']> = (syntax: Extract<Syntax, { kind: Kind }>, site: Site) => Evaluate;

const COMPILERS: { readonly [Kind in Syntax['kind']]: Compile<Kind> } = {
  null: compileLiteral,
  boolean: compileLiteral,
  number: compileLiteral,
  string: compileLiteral,
  at: compileAt,
  name: compileName,
  input: compileInput,
  path: compilePath,
  filter: compileFilter,
  call: compileCall,
  negation: compileNegation,
  arithmetic: compileArithmetic,
  comparison: compileComparison,
  between: compileBetween,
  in: compileIn,
  and: compileAnd,
  or: compileOr,
  if: compileIf,
  for: compileFor,
  quantified: compileQuantified,
  list: compileList,
  context: compileContext,
  function: compileFunction,
  range: compileRange,
  'unary test': compileUnaryTest,
  'instance of': compileInstanceOf,
  host: (syntax, site) => syntax.compile(site),
};

/** What is known about the world outside an expression. */
export interface Outside {
  /** Declared names by their canonical form. */
  readonly declared: ReadonlyMap<string, string>;
  readonly builtins: ReadonlyMap<string, FeelFunction>;
  /** Filled with the variables that are read from outside. */
  readonly dependsOn: Set<string>;
  /** Filled with the built-ins that are called by their names, and where. */
  readonly calls: { readonly name: string; readonly from: number }[];
}

export function siteOf(scope: StaticScope, outside: Outside): Site {
  return {
    scope,
    compile(syntax, inner) {
      const site = inner === undefined || inner === scope ? this : siteOf(inner, outside);
      const compile = COMPILERS[syntax.kind] as Compile<Syntax['kind']>;
      return compile(syntax, site);
    },
    free(name) {
      const declared = outside.declared.get(canonicalName(name)) ?? name;
      if (!outside.builtins.has(canonicalName(name)) || outside.declared.has(canonicalName(name))) {
        outside.dependsOn.add(declared);
      }
      return declared;
    },
    builtin(name) {
      return outside.builtins.get(name) ?? null;
    },
    calls(name, from) {
      outside.calls.push({ name, from });
    },
  };
}
