import type { Syntax } from '../syntax/syntax.ts';

const weights = new WeakMap<Syntax, number>();

/**
 * The number of nodes that one straight evaluation of the syntax runs through. Charged whole where the syntax
 * begins to run, so that no single node has to count. What repeats (a body, a condition) charges for itself.
 */
export function weightOf(syntax: Syntax): number {
  const found = weights.get(syntax);
  if (found !== undefined) return found;
  const weight = childrenOf(syntax).reduce((sum, child) => sum + weightOf(child), ownWeight(syntax));
  weights.set(syntax, weight);
  return weight;
}

function ownWeight(syntax: Syntax): number {
  return syntax.kind === 'call' ? 4 : 1;
}

/** The parts of a node that run once each time it runs. */
function childrenOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case 'path':
    case 'filter':
      return [syntax.source];
    case 'for':
    case 'quantified':
      return syntax.iterators.flatMap((iterator) =>
        iterator.to === null ? [iterator.from] : [iterator.from, iterator.to],
      );
    case 'function':
      return [];
    default:
      return partsOf(syntax);
  }
}

/** Every part of a node. */
export function partsOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case 'path':
      return [syntax.source];
    case 'filter':
      return [syntax.source, syntax.condition];
    case 'call':
      return [syntax.callee, ...syntax.args];
    case 'negation':
      return [syntax.operand];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [syntax.left, syntax.right];
    case 'between':
      return [syntax.value, syntax.low, syntax.high];
    case 'in':
      return [syntax.value, ...syntax.tests];
    case 'if':
      return [syntax.condition, syntax.whenTrue, syntax.otherwise];
    case 'for':
    case 'quantified':
      return [
        ...syntax.iterators.flatMap((iterator) =>
          iterator.to === null ? [iterator.from] : [iterator.from, iterator.to],
        ),
        syntax.body,
      ];
    case 'list':
      return syntax.items;
    case 'context':
      return [
        ...syntax.entries.map((entry) => entry.value),
        ...(syntax.result === undefined ? [] : [syntax.result]),
      ];
    case 'function':
      return [syntax.body];
    case 'range':
      return [syntax.start, syntax.end];
    case 'unary test':
      return [syntax.endpoint];
    case 'instance of':
      return [syntax.value];
    default:
      return [];
  }
}

/** How deep the syntax nests. */
export function depthOf(syntax: Syntax): number {
  return 1 + partsOf(syntax).reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0);
}

/** Whether `?` is read, other than within a test that binds its own. */
export function readsInput(syntax: Syntax): boolean {
  if (syntax.kind === 'input') return true;
  if (syntax.kind === 'in') return readsInput(syntax.value);
  return partsOf(syntax).some(readsInput);
}
