import { coerce } from '../types/conform.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { FeelFunction } from '../values/function.ts';
import type { FeelArguments, FeelParameter } from '../values/function.ts';
import { kindOf } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import type { Run } from '../run.ts';
import { builtinCallee } from './names.compile.ts';
import { Scope, StaticScope } from './scope.ts';
import type { Evaluate } from './scope.ts';
import type { Of, Site } from './site.ts';
import { depthOf, weightOf } from './weight.ts';

export function compileCall(syntax: Of<'call'>, site: Site): Evaluate {
  const { names } = syntax;
  const args = syntax.args.map((arg) => site.compile(arg));
  const callee = compileCallee(syntax.callee, site);
  return (scope) => {
    const target = callee(scope);
    const values = args.map((arg) => arg(scope));
    if (target instanceof FeelFunction) return target.call({ values, names }, scope.run);
    return scope.run.warn('FUNCTION_NOT_FOUND', `Expected a function to call, but got ${kindOf(target)}.`);
  };
}

/** A variable from outside never hides a built-in that is called; what an expression declares itself does. */
function compileCallee(callee: Syntax, site: Site): Evaluate {
  const builtin = callee.kind === 'name' ? builtinCallee(callee.name, site) : null;
  return builtin === null ? site.compile(callee) : () => builtin;
}

/** A function of the user: it keeps the scope it was made in (DMN 1.5 §10.3.2.13). */
export function compileFunction(syntax: Of<'function'>, site: Site): Evaluate {
  if (syntax.external)
    return (scope) => scope.run.warn('FUNCTION_NOT_FOUND', 'Expected a function written in FEEL.');
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

/** The arguments in the order of the parameters, each as its type wants it; null where they do not fit. */
export function bind(
  parameters: readonly FeelParameter[],
  args: FeelArguments,
  run: Run,
): FeelValue[] | null {
  const ordered = args.names === null ? args.values : byName(parameters, args.names, args.values);
  if (ordered === null || ordered.length !== parameters.length) {
    return run.warn(
      'INVALID_ARGUMENT',
      `Expected ${parameters.length} arguments, but got ${describe(args)}.`,
    );
  }
  const values: FeelValue[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const given = ordered[index] as FeelValue;
    const value = parameter.type === null ? given : coerce(given, parameter.type);
    if (value === undefined) {
      return run.warn(
        'INVALID_ARGUMENT',
        `Expected \`${parameter.name}\` of its type, but got ${kindOf(given)}.`,
      );
    }
    values.push(value);
  }
  return values;
}

function byName(
  parameters: readonly FeelParameter[],
  names: readonly string[],
  values: readonly FeelValue[],
): FeelValue[] | null {
  if (new Set(names).size !== names.length) return null;
  const ordered: FeelValue[] = [];
  for (const [index, name] of names.entries()) {
    const position = parameters.findIndex((parameter) => parameter.name === name);
    if (position < 0) return null;
    ordered[position] = values[index] as FeelValue;
  }
  return names.length === parameters.length ? ordered : null;
}

function describe(args: FeelArguments): string {
  return args.names === null ? String(args.values.length) : args.names.join(', ');
}
