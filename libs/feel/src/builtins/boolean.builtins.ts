import { identical } from '../operators/identity.ts';
import { FeelAbort } from '../run.ts';
import { ANY, BOOLEAN } from '../types/type.ts';
import { any, builtin, optional, nullable, overload, text } from './define.ts';

export const BOOLEAN_BUILTINS = [
  builtin(
    'not',
    'standard and camunda',
    BOOLEAN,
    overload([any('negand')], (_, value) => (typeof value === 'boolean' ? !value : null)),
  ),
  builtin(
    'is defined',
    'camunda',
    BOOLEAN,
    overload([any('value')], (_, value) => value !== null),
  ),
  builtin(
    'get or else',
    'camunda',
    ANY,
    overload([any('value'), any('default')], (_, value, otherwise) => value ?? otherwise),
  ),
  builtin(
    'assert',
    'camunda',
    ANY,
    overload(
      [any('value'), any('condition'), optional(nullable(text('cause')))],
      (_, value, condition, cause) => {
        if (condition === true) return value;
        throw new FeelAbort(
          'ASSERTION',
          cause ?? 'Expected the condition of an assertion to be true, but it is not.',
        );
      },
    ),
  ),
  builtin(
    'is',
    'standard',
    BOOLEAN,
    overload([any('value1'), optional(any('value2'))], (run, left, right) =>
      identical(left, right ?? null, run),
    ),
    overload([optional(any('value1')), any('value2')], (run, left, right) =>
      identical(left ?? null, right, run),
    ),
  ),
];
