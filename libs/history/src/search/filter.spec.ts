import { sqlParameters } from '@iter/identity';
import { describe, expect, it } from '@jest/globals';
import { compare, filterConditions, keyParameter, likePattern } from './filter.ts';

const name = { sql: 't.name', type: 'text' } as const;
const key = { sql: 't.key', type: 'key' } as const;

describe('filters', () => {
  it('compares a plain value for equality', () => {
    const parameters = sqlParameters();
    expect(filterConditions({ name: 'a', unknown: 'b' }, { name, key }, parameters)).toEqual([
      't.name = $1::text',
    ]);
    expect(parameters.values).toEqual(['a']);
  });

  it('joins all operators of a field', () => {
    const parameters = sqlParameters();
    const conditions = compare(key, { $neq: '1', $in: ['1', '2'], $notIn: ['3'], $exists: true }, parameters);
    expect(conditions).toEqual([
      't.key IS DISTINCT FROM $1::bigint',
      't.key IS NOT NULL',
      't.key = ANY ($2::bigint[])',
      '(t.key = ANY ($3::bigint[])) IS NOT TRUE',
    ]);
    expect(parameters.values).toEqual(['1', ['1', '2'], ['3']]);
  });

  it('takes * and ? as wildcards and everything else as it is', () => {
    expect(likePattern('a*b?c')).toBe('a%b_c');
    expect(likePattern('100%_\\')).toBe('100\\%\\_\\\\');
    expect(likePattern('a\\*b\\?')).toBe('a*b?');
  });

  it('finds nothing by a key that no bigint can hold', () => {
    expect(keyParameter('9223372036854775807')).toBe('9223372036854775807');
    expect(keyParameter('9999999999999999999')).toBe('-1');
    expect(keyParameter('-5')).toBe('-1');
    expect(keyParameter('007')).toBe('7');
  });
});
