import { externalFunction } from '../external/external.ts';
import { bind } from './bind.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { Run } from '../run.ts';
import { FeelFunction } from '../values/function.ts';
import { kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { builtinCallee } from './names.compile.ts';
import { Scope, StaticScope } from './scope.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';
import { depthOf, weightOf } from './weight.ts';

export function compileCall(syntax: Of<'call'>, site: Site): Evaluate {
  const { names } = syntax;
  const args = syntax.args.map((arg) => site.compile(arg));
  const callee = compileCallee(syntax.callee, site);
  const constant = constantCall(syntax, site);
  if (constant !== null) return () => constant;
  return (scope) => {
    const target = callee(scope);
    const values = args.map((arg) => arg(scope));
    if (target instanceof FeelFunction) return target.call({ values, names }, scope.run);
    return scope.run.warn('FUNCTION_NOT_FOUND', `Expected a function to call, but got ${kindOf(target)}.`);
  };
}

/** What literals alone decide. */
const CONSTRUCTORS: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration']);

/** The value of `date("2026-01-31")` and its like, made once; null where it is none, so that each run says why. */
function constantCall({ callee, args, names }: Of<'call'>, site: Site): FeelValue {
  const builtin = callee.kind === 'name' ? builtinCallee(callee.name, site) : null;
  if (builtin === null || names !== null || !CONSTRUCTORS.has(builtin.name)) return null;
  const values = args.flatMap((arg) => (arg.kind === 'string' || arg.kind === 'number' ? [arg.value] : []));
  if (values.length < args.length) return null;
  return builtin.call({ values, names }, new Run({ get: () => undefined }, { now: 0 }));
}

/** A variable from outside never hides a built-in that is called; what an expression declares itself does. */
function compileCallee(callee: Syntax, site: Site): Evaluate {
  const builtin = callee.kind === 'name' ? builtinCallee(callee.name, site) : null;
  if (builtin === null) return site.compile(callee);
  site.calls(builtin.name, callee.from);
  return () => builtin;
}

/** A function of the user: it keeps the scope it was made in (DMN 1.5 §10.3.2.13). */
export function compileFunction(syntax: Of<'function'>, site: Site): Evaluate {
  if (syntax.external) return compileExternal(syntax, site);
  const inner = new StaticScope(site.scope);
  for (const parameter of syntax.parameters) inner.declare(parameter.name, parameter.type);
  const body = site.compile(syntax.body, inner);
  const weight = 2 + weightOf(syntax.body);
  const depth = 8 + depthOf(syntax.body);
  const { parameters } = syntax;
  return (scope) =>
    new FeelFunction('function', parameters, (args, run) => {
      const values = bind(parameters, args, run);
      if (values === null) return null;
      run.step(weight);
      run.enter(depth);
      const result = body(new Scope(run, scope, values));
      run.leave(depth);
      return result;
    });
}

/** A function that is defined elsewhere: one of a closed table, found by the binding that the body describes. */
function compileExternal(syntax: Of<'function'>, site: Site): Evaluate {
  const binding = site.compile(syntax.body);
  const { parameters } = syntax;
  return (scope) => externalFunction(binding(scope), parameters);
}
