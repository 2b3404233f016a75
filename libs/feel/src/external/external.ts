import type { Run } from '../run.ts';
import { FeelFunction } from '../values/function.ts';
import type { FeelArguments, FeelParameter } from '../values/function.ts';
import { isContext } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';
import { bind } from '../compile/bind.ts';
import { JAVA_FUNCTIONS } from './java.ts';

/**
 * The function that a binding names (DMN 1.5 §10.3.2.13.3). Nothing is loaded or called from outside: there is a
 * closed table of pure functions, and what is not in it gives null when it is called.
 */
export function externalFunction(binding: FeelValue, parameters: readonly FeelParameter[]): FeelFunction {
  const name = signatureOf(binding);
  const known = name === null ? undefined : JAVA_FUNCTIONS[name];
  return new FeelFunction(name ?? 'external', parameters, (args: FeelArguments, run: Run) => {
    const values = bind(parameters, args, run);
    if (values === null) return null;
    const result = known?.(values);
    return (
      result ??
      run.warn('FUNCTION_NOT_FOUND', `Expected an external function, but \`${name ?? 'none'}\` is not known.`)
    );
  });
}

/** `class.method(types)` without blanks; null where the binding is not of Java's shape. */
function signatureOf(binding: FeelValue): string | null {
  const java = isContext(binding) ? binding.get('java') : undefined;
  if (java === undefined || !isContext(java)) return null;
  const [owner, method] = [java.get('class'), java.get('method signature')];
  if (typeof owner !== 'string' || typeof method !== 'string') return null;
  return `${owner}.${method.replace(/\s+/g, '')}`;
}
