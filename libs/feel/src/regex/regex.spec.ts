import { describe, expect, it } from '@jest/globals';
import { json, run } from '../../test/feel.ts';

function matches(input: string, pattern: string, flags = ''): string {
  const [a, b, c] = [input, pattern, flags].map((text) => JSON.stringify(text));
  return json('matches(a, b, c)', { a: a ?? '', b: b ?? '', c: c ?? '' });
}

describe('regular expressions', () => {
  it.each([
    ['abc', 'b', '', 'true'],
    ['abc', '^bc$', '', 'false'],
    ['ABC', 'b', 'i', 'true'],
    ['a\nb', '^b$', 'm', 'true'],
    ['a\nb', 'a.b', '', 'false'],
    ['a\nb', 'a.b', 's', 'true'],
    ['helloworld', 'hello world', 'x', 'true'],
    ['hello world', 'hello[ ]world', 'x', 'true'],
    ['x', '[a-z-[aeiou]]', '', 'true'],
    ['e', '[a-z-[aeiou]]', '', 'false'],
    ['è', '\\p{Ll}', '', 'true'],
    ['è', '^\\w+$', '', 'true'],
    ['π', '\\p{IsGreek}', '', 'true'],
    ['😀', '^.$', '', 'true'],
    ['abab', '(ab)\\1', '', 'true'],
    ['aBAb', '(ab)\\1', 'i', 'true'],
    ['foobar', 'foo(?=bar)', '', 'true'],
    ['foobaz', 'foo(?!baz)', '', 'false'],
    ['€100', '(?<=€)\\d+', '', 'true'],
    ['aaa', 'a{2,3}?', '', 'true'],
    ['a', 'a{0}', '', 'true'],
    ['a-b', '[\\w-]+', '', 'true'],
    ['IT60X0542811101000000123456', '^IT\\d{2}[A-Z]\\d{10}[0-9A-Z]{12}$', '', 'true'],
  ])('%j matches %j with %j: %s', (input, pattern, flags, expected) => {
    expect(matches(input, pattern, flags)).toBe(expected);
  });

  it.each([
    '(',
    'a**',
    '[',
    '[z-a]',
    '\\q',
    'a{3,1}',
    '\\1',
    '(a\\1)',
    '\\p{Foo}',
    'a{2000}',
    '?',
    '[]',
    '(?<n>a)',
  ])('refuses %j', (pattern) => {
    expect(matches('a', pattern)).toBe('null');
  });

  it('refuses unknown flags', () => {
    expect(matches('a', 'a', 'q')).toBe('null');
  });

  it('takes linear time for what makes other engines explode', () => {
    expect(matches(`${'a'.repeat(30)}!`, '^(a+)+$')).toBe('false');
    expect(matches(`${'a'.repeat(2_000)}!`, '^(a|aa)+$')).toBe('false');
    expect(matches(`${'x'.repeat(2_000)}`, '(x+x+)+y')).toBe('false');
  });

  it('stops a pattern with references that explodes', () => {
    const result = run('matches(a, "^(a+)+\\1$")', { a: JSON.stringify(`${'a'.repeat(40)}!`) });
    expect(result).toMatchObject({ ok: false, failure: { code: 'STEP_LIMIT' } });
  });
});
