import type { LineRange, Origin } from './flow.ts';

/** The parts of one line of the notation: `lane (kind): Name #id su variable @12-14 ~rule`. */
export interface Head {
  readonly keyword: string;
  /** What stands in parentheses after the keyword. */
  readonly kind: string | undefined;
  readonly name: string;
  readonly id: string | undefined;
  readonly variable: string | undefined;
  readonly origin: Origin | undefined;
  readonly wrongLines: string | undefined;
}

const SUFFIX = /\s+(?:#([a-z0-9][a-z0-9-]*)|su\s+([A-Za-z_]\w*)|@([\d,\s-]+)|~([a-z0-9-]+))$/;

/** Reads `keyword (kind): rest`, undefined where the line has another shape. */
export function readHead(text: string): Head | undefined {
  const opened = /^([\p{L}][\p{L}\p{N} -]*?)\s*(\(|:)/u.exec(text);
  if (opened === null) return undefined;
  const keyword = opened[1] ?? '';
  let rest = text.slice(opened[0].length);
  let kind: string | undefined;
  if (opened[2] === '(') {
    const close = closingParenthesis(rest);
    if (
      close < 0 ||
      !rest
        .slice(close + 1)
        .trimStart()
        .startsWith(':')
    )
      return undefined;
    kind = rest.slice(0, close).trim();
    rest = rest
      .slice(close + 1)
      .trimStart()
      .slice(1);
  }
  return { keyword, kind, ...readTail(rest) };
}

/** Reads what follows the colon, also of branches: the name and, in any order, its marks. */
export function readTail(text: string): Omit<Head, 'keyword' | 'kind'> {
  let rest = ` ${text.trim()}`;
  let id: string | undefined;
  let variable: string | undefined;
  let origin: Origin | undefined;
  let wrongLines: string | undefined;
  for (let found = SUFFIX.exec(rest); found !== null; found = SUFFIX.exec(rest)) {
    id ??= found[1];
    variable ??= found[2];
    if (found[3] !== undefined) {
      const lines = readRanges(found[3]);
      if (lines === undefined) wrongLines = found[3].trim();
      else origin = { kind: 'lines', lines };
    }
    if (found[4] !== undefined) origin ??= { kind: 'convention', rule: found[4] };
    rest = rest.slice(0, found.index);
  }
  return { name: rest.trim(), id, variable, origin, wrongLines };
}

/** `12, 14-16` as ranges, undefined where one is not a range. */
export function readRanges(text: string): LineRange[] | undefined {
  const ranges: LineRange[] = [];
  for (const part of text.split(',')) {
    const found = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part);
    if (found === null) return undefined;
    const first = Number(found[1]);
    const last = found[2] === undefined ? first : Number(found[2]);
    if (last < first) return undefined;
    ranges.push([first, last]);
  }
  return ranges;
}

/** A name as an id: lower-case letters without accents, digits and hyphens. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function closingParenthesis(text: string): number {
  let depth = 1;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}
