import { elementOf, type Appliers } from './change.ts';

export const variableAppliers = {
  'variables-set'(change, { scopeKey, variables }) {
    const scope = elementOf(change, scopeKey);
    scope.variables ??= new Map();
    for (const { name, key, value, created } of variables) {
      if (created === scope.variables.has(name))
        throw new Error(`Expected variable '${name}' of ${scopeKey} ${created ? 'to be new' : 'to exist'}`);
      scope.variables.set(name, { key, value });
    }
    change.touched.scopesWithVariables.add(scopeKey);
  },
} satisfies Partial<Appliers>;
