import { hasText, text, type InvalidField, type Locale } from '@iter/contract';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * The fields that a schema found wrong, in the words of the reader.
 *
 * @param input what was validated; tells what is missing from what is of the wrong type
 * @param prefix where in the request it was (`page`, or nothing for the body)
 */
export function invalidFields(
  locale: Locale,
  error: z.ZodError,
  input: unknown,
  prefix: Path = [],
): InvalidField[] {
  return error.issues.flatMap((issue) => fieldsOf(locale, issue, input, [], prefix));
}

function fieldsOf(locale: Locale, issue: Issue, input: unknown, base: Path, prefix: Path): InvalidField[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closestBranch(issue.errors).flatMap((inner) => fieldsOf(locale, inner, input, path, prefix));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => field(locale, [...prefix, ...path, key], 'unknown', {}));
  }
  const [rule, params] = ruleOf(locale, issue, valueAt(input, path));
  return [field(locale, [...prefix, ...path], rule, params)];
}

/** Of a union's alternatives the one that fits best: whose first fault lies deepest, then that has fewest. */
function closestBranch(branches: readonly Issue[][]): readonly Issue[] {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

type Params = Readonly<Record<string, string | number>>;

function ruleOf(locale: Locale, issue: Issue, value: unknown): [rule: string, params: Params] {
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return ['required', {}];
      const key = `errors:type.${issue.expected}`;
      return ['type', { expected: hasText(locale, key) ? text(locale, key) : issue.expected }];
    }
    case 'too_small':
      return [issue.origin === 'string' ? 'minLength' : 'min', { min: Number(issue.minimum) }];
    case 'too_big':
      return [issue.origin === 'string' ? 'maxLength' : 'max', { max: Number(issue.maximum) }];
    case 'invalid_format':
      return [issue.format === 'datetime' ? 'dateTime' : issue.format === 'date' ? 'date' : 'pattern', {}];
    case 'invalid_value':
      return [value === undefined ? 'required' : 'option', {}];
    default:
      return ['value', {}];
  }
}

function field(locale: Locale, path: Path, rule: string, params: Params): InvalidField {
  const message = text(locale, `errors:field.${rule}`, params);
  return { field: pathText(path), rule, message, ...(Object.keys(params).length > 0 ? { params } : {}) };
}

/** `filter.state.$in[0]` */
export function pathText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join('');
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    input,
  );
}
