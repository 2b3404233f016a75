import { ANY } from '@iter/feel';
import type { FeelType } from '@iter/feel';
import type { DmnExpression } from '../model/dmn-model.ts';
import type { ItemTypes } from './item-types.ts';

/**
 * What can be known of an expression's value without running it: the names within, which the grammar needs to read
 * paths with blanks and symbols. Null where nothing is known.
 */
export function shapeOf(expression: DmnExpression | null, types: ItemTypes): FeelType | null {
  if (expression === null) return null;
  const declared = types.ofReference(expression.typeRef);
  if (declared !== null && expression.kind !== 'function') return declared;
  switch (expression.kind) {
    case 'context':
      return contextShape(expression, types);
    case 'relation':
      return {
        kind: 'list',
        of: { kind: 'context', entries: new Map(expression.columns.map((name) => [name, ANY])) },
      };
    case 'table':
      if (expression.outputs.length < 2) return null;
      return { kind: 'context', entries: new Map(expression.outputs.map(({ name }) => [name, ANY])) };
    case 'function':
      return { kind: 'function', parameters: [], result: shapeOf(expression.body, types) ?? ANY };
    case 'conditional':
      return shapeOf(expression.whenTrue, types) ?? shapeOf(expression.otherwise, types);
    case 'filter':
      return shapeOf(expression.collection, types);
    case 'list':
      return shapeOf(expression.items[0] ?? null, types);
    default:
      return null;
  }
}

function contextShape(
  expression: Extract<DmnExpression, { kind: 'context' }>,
  types: ItemTypes,
): FeelType | null {
  const result = expression.entries.find((entry) => entry.variable === null);
  if (result !== undefined) return shapeOf(result.value, types);
  const entries = expression.entries.flatMap(({ variable, value }) =>
    variable === null
      ? []
      : [[variable.name, types.ofVariable(variable) ?? shapeOf(value, types) ?? ANY] as const],
  );
  return { kind: 'context', entries: new Map(entries) };
}
