import type { Run } from '../run.ts';
import { compileRegex } from '../regex/regex.ts';
import type { CompiledRegex } from '../regex/regex.ts';
import { BOOLEAN, NUMBER, STRING } from '../types/type.ts';
import { toPlainNumber } from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import type { FeelList, FeelValue } from '../values/value.ts';
import { builtin, list, nullable, number, optional, overload, text } from './define.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { expandReplacement, parseReplacement } from './replacement.ts';
import { uuid } from './uuid.ts';

/** Pays for a text that was made. */
function made(run: Run, value: string): string {
  run.cell((value.length >> 4) + 1);
  return value;
}

/** Pays for reading a text through. */
function read(run: Run, value: string): void {
  run.step(value.length >> 5);
}

function substring(
  run: Run,
  source: string,
  start: FeelNumber,
  length: FeelNumber | null | undefined,
): FeelValue {
  const from = Math.trunc(toPlainNumber(start));
  if (from === 0) return run.warn('INVALID_ARGUMENT', 'Expected a start position other than 0.');
  if (length !== null && length !== undefined && toPlainNumber(length) < 1) {
    return run.warn('INVALID_ARGUMENT', 'Expected a length of at least 1.');
  }
  read(run, source);
  const chars = hasSurrogates(source) ? Array.from(source) : source;
  const begin = from > 0 ? from - 1 : Math.max(0, chars.length + from);
  const end =
    length === null || length === undefined ? chars.length : begin + Math.trunc(toPlainNumber(length));
  const part = chars.slice(begin, end);
  return made(run, typeof part === 'string' ? part : part.join(''));
}

function hasSurrogates(source: string): boolean {
  return /[\ud800-\udfff]/.test(source);
}

function withRegex(
  run: Run,
  pattern: string,
  flags: string | null | undefined,
  use: (regex: CompiledRegex) => FeelValue,
): FeelValue {
  const regex = compileRegex(pattern, flags ?? '', run);
  return regex === null
    ? run.warn('INVALID_ARGUMENT', 'Expected a regular expression and known flags.')
    : use(regex);
}

/** Calls `visit` with the places of each match, from left to right. */
function eachMatch(
  regex: CompiledRegex,
  input: string,
  run: Run,
  visit: (places: readonly number[]) => void,
): void {
  const find = regex.finder(input, run);
  for (let from = 0; from <= input.length;) {
    const places = find(from);
    if (places === null) return;
    visit(places);
    const [start = 0, end = 0] = places;
    from = end > start ? end : end + 1;
  }
}

function replace(run: Run, input: string, regex: CompiledRegex, replacement: string): FeelValue {
  const parts = parseReplacement(replacement, regex.groups);
  if (parts === null)
    return run.warn('INVALID_ARGUMENT', 'Expected a replacement with `$` before a digit only.');
  let result = '';
  let last = 0;
  eachMatch(regex, input, run, (places) => {
    result += input.slice(last, places[0]) + expandReplacement(parts, input, places);
    run.cell((result.length >> 8) + 1);
    last = places[1] ?? last;
  });
  return made(run, result + input.slice(last));
}

function split(run: Run, input: string, regex: CompiledRegex): FeelValue {
  const parts: string[] = [];
  let last = 0;
  eachMatch(regex, input, run, ([start = 0, end = 0]) => {
    if (end === start) return;
    run.cell(1);
    parts.push(input.slice(last, start));
    last = end;
  });
  parts.push(input.slice(last));
  return parts;
}

function extract(run: Run, input: string, regex: CompiledRegex): FeelValue {
  const found: string[] = [];
  eachMatch(regex, input, run, ([start = 0, end = 0]) => {
    run.cell(1);
    found.push(input.slice(start, end));
  });
  return found;
}

function join(run: Run, items: FeelList, delimiter: string, prefix: string, suffix: string): FeelValue {
  run.step(items.length);
  const texts: string[] = [];
  let size = 0;
  for (const item of items) {
    if (item === null) continue;
    if (typeof item !== 'string') return run.warn('INVALID_ARGUMENT', 'Expected a list of strings to join.');
    size += item.length + delimiter.length;
    texts.push(item);
  }
  run.cell(size >> 4);
  return prefix + texts.join(delimiter) + suffix;
}

const flags = optional(nullable(text('flags')));

export const TEXT_BUILTINS = [
  builtin(
    'substring',
    'standard and camunda',
    STRING,
    overload(
      [text('string'), number('start position', 'start'), optional(nullable(number('length')))],
      substring,
    ),
  ),
  builtin(
    'string length',
    'standard and camunda',
    NUMBER,
    overload([text('string')], (run, value) => {
      read(run, value);
      return hasSurrogates(value) ? Array.from(value).length : value.length;
    }),
  ),
  builtin(
    'upper case',
    'standard and camunda',
    STRING,
    overload([text('string')], (run, value) => made(run, value.toUpperCase())),
  ),
  builtin(
    'lower case',
    'standard and camunda',
    STRING,
    overload([text('string')], (run, value) => made(run, value.toLowerCase())),
  ),
  builtin(
    'substring before',
    'standard and camunda',
    STRING,
    overload([text('string'), text('match')], (run, value, match) => {
      read(run, value);
      const at = value.indexOf(match);
      return at < 0 ? '' : value.slice(0, at);
    }),
  ),
  builtin(
    'substring after',
    'standard and camunda',
    STRING,
    overload([text('string'), text('match')], (run, value, match) => {
      read(run, value);
      const at = value.indexOf(match);
      return at < 0 ? '' : value.slice(at + match.length);
    }),
  ),
  builtin(
    'contains',
    'standard and camunda',
    BOOLEAN,
    overload([text('string'), text('match')], (run, value, match) => {
      read(run, value);
      return value.includes(match);
    }),
  ),
  builtin(
    'starts with',
    'standard and camunda',
    BOOLEAN,
    overload([text('string'), text('match')], (run, value, match) => {
      read(run, match);
      return value.startsWith(match);
    }),
  ),
  builtin(
    'ends with',
    'standard and camunda',
    BOOLEAN,
    overload([text('string'), text('match')], (run, value, match) => {
      read(run, match);
      return value.endsWith(match);
    }),
  ),
  builtin(
    'matches',
    'standard and camunda',
    BOOLEAN,
    overload([text('input'), text('pattern'), flags], (run, input, pattern, letters) =>
      withRegex(run, pattern, letters, (regex) => regex.finder(input, run)(0) !== null),
    ),
  ),
  builtin(
    'replace',
    'standard and camunda',
    STRING,
    overload(
      [text('input'), text('pattern'), text('replacement'), flags],
      (run, input, pattern, replacement, letters) =>
        withRegex(run, pattern, letters, (regex) => replace(run, input, regex, replacement)),
    ),
  ),
  builtin(
    'split',
    'standard and camunda',
    { kind: 'list', of: STRING },
    overload([text('string'), text('delimiter')], (run, input, pattern) =>
      withRegex(run, pattern, '', (regex) => split(run, input, regex)),
    ),
  ),
  builtin(
    'extract',
    'camunda',
    { kind: 'list', of: STRING },
    overload([text('string'), text('pattern')], (run, input, pattern) =>
      withRegex(run, pattern, '', (regex) => extract(run, input, regex)),
    ),
  ),
  builtin(
    'string join',
    'standard and camunda',
    STRING,
    overload([list('list'), optional(nullable(text('delimiter')))], (run, items, delimiter) =>
      join(run, items, delimiter ?? '', '', ''),
    ),
    overload(
      [list('list'), nullable(text('delimiter')), nullable(text('prefix')), nullable(text('suffix'))],
      (run, items, delimiter, prefix, suffix) =>
        join(run, items, delimiter ?? '', prefix ?? '', suffix ?? ''),
    ),
  ),
  builtin(
    'trim',
    'camunda',
    STRING,
    overload([text('string')], (run, value) => {
      read(run, value);
      return value.trim();
    }),
  ),
  builtin(
    'is blank',
    'camunda',
    BOOLEAN,
    overload([text('string')], (run, value) => {
      read(run, value);
      return value.trim() === '';
    }),
  ),
  builtin(
    'is empty',
    'camunda',
    BOOLEAN,
    overload([list('list')], (_, items) => items.length === 0),
  ),
  builtin('uuid', 'camunda', STRING, overload([], uuid)),
  builtin(
    'to base64',
    'camunda',
    STRING,
    overload([text('value')], (run, value) => {
      run.step(value.length);
      return made(run, toBase64(value));
    }),
  ),
  builtin(
    'from base64',
    'camunda',
    STRING,
    overload([text('value')], (run, value) => {
      run.step(value.length);
      return fromBase64(value) ?? run.warn('INVALID_ARGUMENT', 'Expected a text in Base64.');
    }),
  ),
];
