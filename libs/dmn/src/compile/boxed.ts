import { compileSyntaxWithin, typed } from '@iter/feel';
import type { Evaluate, FeelType, Syntax } from '@iter/feel';
import type { DmnExpression, DmnFunction, DmnVariable } from '../model/dmn-model.ts';
import type { ItemTypes } from './item-types.ts';
import { host, literal, NOWHERE, NULL_SYNTAX } from './literal.ts';
import type { BoxedContext } from './literal.ts';
import { compileTable } from './table.ts';

/** The boxed expression as syntax of FEEL, so that both have the same scopes and the same meaning. */
export function toSyntax(expression: DmnExpression | null, context: BoxedContext): Syntax {
  if (expression === null) return NULL_SYNTAX;
  const syntax = untyped(expression, context);
  const type = expression.kind === 'function' ? null : context.types.ofReference(expression.typeRef);
  return type === null ? syntax : withType(syntax, type);
}

function withType(syntax: Syntax, type: FeelType): Syntax {
  return host((site) => {
    const evaluate = compileSyntaxWithin(syntax, site.scope);
    return (scope) => typed(evaluate(scope), type, scope.run);
  });
}

function untyped(expression: DmnExpression, context: BoxedContext): Syntax {
  switch (expression.kind) {
    case 'literal':
      return literal(expression, context);
    case 'table':
      return host((site) => {
        const table = compileTable(expression, site.scope, context);
        return (scope) => table(scope).value;
      });
    case 'function':
      return functionSyntax(expression, context);
    case 'context':
      return contextSyntax(expression, context);
    case 'invocation':
      return {
        ...NOWHERE,
        kind: 'call',
        callee: toSyntax(expression.callee, context),
        args: expression.bindings.map((binding) => toSyntax(binding.value, context)),
        names: expression.bindings.map((binding) => binding.name),
      };
    case 'relation':
      return {
        ...NOWHERE,
        kind: 'list',
        items: expression.rows.map((row) => rowSyntax(expression.columns, row, context)),
      };
    case 'list':
      return { ...NOWHERE, kind: 'list', items: expression.items.map((item) => toSyntax(item, context)) };
    case 'conditional':
      return conditional(expression, context);
    case 'iterator':
      return iteratorSyntax(expression, context);
    case 'filter':
      return {
        ...NOWHERE,
        kind: 'filter',
        source: toSyntax(expression.collection, context),
        condition: toSyntax(expression.match, context),
        boxed: true,
      };
  }
}

/** Unlike `if` in FEEL, a condition that is neither true nor false nor null gives null (DMN 1.5 §10.2.1.10). */
function conditional(
  expression: Extract<DmnExpression, { kind: 'conditional' }>,
  context: BoxedContext,
): Syntax {
  return host((site) => {
    const [condition, whenTrue, otherwise] = [
      expression.condition,
      expression.whenTrue,
      expression.otherwise,
    ].map((part) => compileSyntaxWithin(toSyntax(part, context), site.scope)) as [
      Evaluate,
      Evaluate,
      Evaluate,
    ];
    return (scope) => {
      const value = condition(scope);
      if (value === true) return whenTrue(scope);
      if (value === false || value === null) return otherwise(scope);
      return scope.run.warn('INVALID_TYPE', 'Expected a condition that is true or false.');
    };
  });
}

function contextSyntax(
  expression: Extract<DmnExpression, { kind: 'context' }>,
  context: BoxedContext,
): Syntax {
  const entries = expression.entries.flatMap(({ variable, value }) =>
    variable === null
      ? []
      : [{ key: variable.name, value: toSyntax(value, context), type: context.types.ofVariable(variable) }],
  );
  const result = expression.entries.find((entry) => entry.variable === null);
  const base = { ...NOWHERE, kind: 'context' as const, entries };
  return result === undefined ? base : { ...base, result: toSyntax(result.value, context) };
}

function rowSyntax(columns: readonly string[], row: readonly DmnExpression[], context: BoxedContext): Syntax {
  const entries = columns.map((key, index) => ({ key, value: toSyntax(row[index] ?? null, context) }));
  return { ...NOWHERE, kind: 'context', entries };
}

function iteratorSyntax(
  expression: Extract<DmnExpression, { kind: 'iterator' }>,
  context: BoxedContext,
): Syntax {
  const iterators = [{ name: expression.variable, from: toSyntax(expression.collection, context), to: null }];
  const body = toSyntax(expression.body, context);
  return expression.iterator === 'for'
    ? { ...NOWHERE, kind: 'for', iterators, body }
    : { ...NOWHERE, kind: 'quantified', quantifier: expression.iterator, iterators, body };
}

export function parametersOf(
  parameters: readonly DmnVariable[],
  types: ItemTypes,
): { readonly name: string; readonly type: FeelType | null }[] {
  return parameters.map((parameter) => ({ name: parameter.name, type: types.ofVariable(parameter) }));
}

/** A function; the body of one in Java describes its binding, one in PMML is not known (DMN 1.5 §10.2.1.7). */
export function functionSyntax(expression: DmnFunction, context: BoxedContext): Syntax {
  const parameters = parametersOf(expression.parameters, context.types);
  const body = toSyntax(expression.body, context);
  if (expression.language === 'FEEL')
    return { ...NOWHERE, kind: 'function', parameters, body, external: false };
  const binding: Syntax = {
    ...NOWHERE,
    kind: 'context',
    entries: [{ key: expression.language.toLowerCase(), value: body }],
  };
  return { ...NOWHERE, kind: 'function', parameters, body: binding, external: true };
}
