import { compileSyntaxWithin, parseWithin, typed } from '@iter/feel';
import type { Evaluate, FeelType, Site, Syntax } from '@iter/feel';
import type { DmnExpression, DmnFunction, DmnText, DmnVariable } from '../model/dmn-model.ts';
import type { ItemTypes } from './item-types.ts';
import type { Report } from './report.ts';
import { compileTable } from './table.ts';

/** What boxed expressions are read with: the types of their model, and where faults are noted. */
export interface BoxedContext {
  readonly types: ItemTypes;
  readonly report: Report;
  /** The id of the decision or knowledge model around. */
  readonly owner: string;
}

type HostSyntax = Extract<Syntax, { kind: 'host' }>;

const NOWHERE = { from: 0, to: 0 };
const NULL: Syntax = { ...NOWHERE, kind: 'null' };

/** A part that is compiled once the scope it stands in is known. */
export function host(compile: (site: Site) => Evaluate): HostSyntax {
  return { ...NOWHERE, kind: 'host', compile };
}

/** The boxed expression as syntax of FEEL, so that both have the same scopes and the same meaning. */
export function toSyntax(expression: DmnExpression | null, context: BoxedContext): Syntax {
  if (expression === null) return NULL;
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
      };
  }
}

/** Unlike `if` in FEEL, a condition that is neither true nor false nor null gives null (DMN 1.5 §10.2.1.10). */
function conditional(
  expression: Extract<DmnExpression, { kind: 'conditional' }>,
  context: BoxedContext,
): Syntax {
  return host((site) => {
    const [condition, then, otherwise] = [expression.condition, expression.then, expression.otherwise].map(
      (part) => compileSyntaxWithin(toSyntax(part, context), site.scope),
    ) as [Evaluate, Evaluate, Evaluate];
    return (scope) => {
      const value = condition(scope);
      if (value === true) return then(scope);
      if (value === false || value === null) return otherwise(scope);
      return scope.run.warn('INVALID_TYPE', 'Expected a condition that is true or false.');
    };
  });
}

/** A text in FEEL; an empty one is null. */
export function literal(text: DmnText, context: BoxedContext): Syntax {
  if (text.text.trim() === '') return NULL;
  return host((site) => {
    const parsed = parseWithin(text.text, site.scope, context.types.find);
    if (parsed.ok) return compileSyntaxWithin(parsed.compiled, site.scope);
    const { message, line, column } = parsed.problem;
    const place = { line: text.line + line - 1, column: line === 1 ? text.column : column };
    context.report('FEEL', message, text.id ?? context.owner, place);
    return (scope) => scope.run.warn('NO_RESULT', `Expected an expression in FEEL, but: ${message}`);
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
