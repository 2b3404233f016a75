import { CLASSES, DOT, EVERYTHING, propertySet } from './char-classes.ts';
import type { CharSet, Regex, RegexFlags } from './regex-syntax.ts';

const SIMPLE_ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12 };
const MAX_NESTING = 100;
const MAX_COUNT = 1_000;

/** Says that a pattern is not a regular expression. */
export class RegexFault extends Error {}

export interface ParsedRegex {
  readonly regex: Regex;
  /** How many capturing groups there are. */
  readonly groups: number;
}

/**
 * Parses a pattern of XPath (XML Schema part 2, appendix F, with the anchors, groups, reluctant quantifiers and
 * back-references of XPath Functions 3.1 §5.6.1), and of the look-arounds and word borders that Java adds.
 *
 * @throws RegexFault where it is none
 */
export function parseRegex(pattern: string, flags: RegexFlags): ParsedRegex {
  return new RegexParser(pattern, flags).parse();
}

class RegexParser {
  private readonly chars: readonly string[];
  private at = 0;
  private groups = 0;
  private depth = 0;
  private readonly open = new Set<number>();

  constructor(
    pattern: string,
    private readonly flags: RegexFlags,
  ) {
    this.chars = flags.spaced ? withoutSpace(Array.from(pattern)) : Array.from(pattern);
  }

  parse(): ParsedRegex {
    const regex = this.choice();
    if (this.at < this.chars.length) throw new RegexFault(`unexpected ${this.chars[this.at]}`);
    return { regex, groups: this.groups };
  }

  private choice(): Regex {
    if ((this.depth += 1) > MAX_NESTING) throw new RegexFault('nested too deeply');
    const options = [this.sequence()];
    while (this.accept('|')) options.push(this.sequence());
    this.depth -= 1;
    return options.length === 1 ? (options[0] as Regex) : { kind: 'choice', options };
  }

  private sequence(): Regex {
    const parts: Regex[] = [];
    for (;;) {
      const next = this.peek();
      if (next === undefined || next === '|' || next === ')') break;
      parts.push(this.repeated());
    }
    return parts.length === 1 ? (parts[0] as Regex) : { kind: 'sequence', parts };
  }

  private repeated(): Regex {
    let piece = this.piece();
    for (let times = 0; ; times += 1) {
      const count = this.quantifier();
      if (count === null) return piece;
      if (times > 0) throw new RegexFault('a quantifier after a quantifier');
      const lazy = this.accept('?');
      if (piece.kind === 'start' || piece.kind === 'end')
        throw new RegexFault('a quantifier after an anchor');
      piece = { kind: 'repeat', of: piece, min: count[0], max: count[1], lazy };
    }
  }

  private quantifier(): readonly [number, number] | null {
    if (this.accept('*')) return [0, Infinity];
    if (this.accept('+')) return [1, Infinity];
    if (this.accept('?')) return [0, 1];
    if (this.peek() !== '{') return null;
    const end = this.chars.indexOf('}', this.at);
    const written = this.chars.slice(this.at + 1, end < 0 ? this.at : end).join('');
    const match = /^(\d{1,9})(,(\d{1,9})?)?$/.exec(written);
    if (match === null) throw new RegexFault('a malformed quantifier');
    this.at = end + 1;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === undefined ? Infinity : Number(match[3]);
    if (min > max) throw new RegexFault('a quantifier out of order');
    if (min > MAX_COUNT || (max !== Infinity && max > MAX_COUNT))
      throw new RegexFault('a quantifier too large');
    return [min, max];
  }

  private piece(): Regex {
    const char = this.next();
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return { kind: 'set', set: this.set() };
      case '.':
        return { kind: 'set', set: this.flags.dotAll ? EVERYTHING : DOT };
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new RegexFault(`unexpected ${char}`);
      default:
        return literal(char);
    }
  }

  private group(): Regex {
    if (!this.accept('?')) {
      const index = (this.groups += 1);
      this.open.add(index);
      const of = this.choice();
      this.open.delete(index);
      this.expect(')');
      return { kind: 'group', of, index };
    }
    const behind = this.accept('<');
    const mark = this.next();
    if (mark === ':' && !behind) {
      const of = this.choice();
      this.expect(')');
      return { kind: 'sequence', parts: [of] };
    }
    if (mark !== '=' && mark !== '!') throw new RegexFault('an unknown kind of group');
    const of = this.choice();
    this.expect(')');
    return { kind: 'look', of, behind, negative: mark === '!' };
  }

  private escape(): Regex {
    const next = this.peek();
    if (next === 'b' || next === 'B') {
      this.at += 1;
      return { kind: next === 'b' ? 'word' : 'not word' };
    }
    if (next !== undefined && /[1-9]/.test(next)) return this.backReference();
    const set = this.classEscape();
    return typeof set === 'number' ? literal(String.fromCodePoint(set)) : { kind: 'set', set };
  }

  /** As many digits as there are groups for. */
  private backReference(): Regex {
    let group = Number(this.next());
    while (/\d/.test(this.peek() ?? '') && group * 10 + Number(this.peek()) <= this.groups) {
      group = group * 10 + Number(this.next());
    }
    if (group > this.groups || this.open.has(group)) throw new RegexFault('a reference to no group');
    return { kind: 'back reference', group };
  }

  /** A character, or the set that an escape stands for. */
  private classEscape(): number | CharSet {
    const char = this.next();
    const simple = SIMPLE_ESCAPES[char];
    if (simple !== undefined) return simple;
    const known = CLASSES[char];
    if (known !== undefined) return known;
    if (char === 'p' || char === 'P') return this.property(char === 'P');
    if (/[A-Za-z0-9]/.test(char)) throw new RegexFault(`an unknown escape \\${char}`);
    return char.codePointAt(0) as number;
  }

  private property(negated: boolean): CharSet {
    this.expect('{');
    let name = '';
    while (this.peek() !== '}') name += this.next();
    this.at += 1;
    const set = propertySet(name, negated);
    if (set === null) throw new RegexFault(`an unknown property ${name}`);
    return set;
  }

  /** What follows `[`, with the subtraction of XML Schema: `[a-z-[aeiou]]`. */
  private set(): CharSet {
    const negated = this.accept('^');
    const ranges: (readonly [number, number])[] = [];
    const properties: string[] = [];
    let minus: CharSet | null = null;
    const nested: CharSet[] = [];
    for (let first = true; ; first = false) {
      if (this.peek() === ']' && !first) break;
      if (this.peek() === '-' && this.chars[this.at + 1] === '[' && !first) {
        this.at += 2;
        minus = this.set();
        if (this.peek() !== ']') throw new RegexFault('a subtraction that does not come last');
        break;
      }
      const from = this.setItem(first);
      if (typeof from !== 'number') nested.push(from);
      else ranges.push([from, this.rangeEnd(from)]);
    }
    this.at += 1;
    for (const set of nested) addTo(ranges, properties, set);
    return { negated, ranges, properties, minus };
  }

  private setItem(first: boolean): number | CharSet {
    const char = this.next();
    if (char === '\\') return this.classEscape();
    if (char === '[' || (char === ']' && first)) throw new RegexFault(`unexpected ${char} in a set`);
    if (char === '-' && !first && this.peek() !== ']' && this.peek() !== '-') {
      throw new RegexFault('a hyphen in the middle of a set');
    }
    return char.codePointAt(0) as number;
  }

  private rangeEnd(from: number): number {
    if (this.peek() !== '-' || this.chars[this.at + 1] === ']' || this.chars[this.at + 1] === '[')
      return from;
    this.at += 1;
    const char = this.next();
    const end = char === '\\' ? this.classEscape() : (char.codePointAt(0) as number);
    if (typeof end !== 'number' || end < from) throw new RegexFault('a range out of order');
    return end;
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at];
    if (char === undefined) throw new RegexFault('an end too early');
    this.at += 1;
    return char;
  }

  private accept(char: string): boolean {
    if (this.chars[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private expect(char: string): void {
    if (!this.accept(char)) throw new RegexFault(`no ${char}`);
  }
}

function literal(char: string): Regex {
  const code = char.codePointAt(0) as number;
  return { kind: 'set', set: { negated: false, ranges: [[code, code]], properties: [], minus: null } };
}

/** Joins a set into ranges and properties; a negated set of ranges becomes the ranges between. */
function addTo(ranges: (readonly [number, number])[], properties: string[], set: CharSet): void {
  if (!set.negated) {
    ranges.push(...set.ranges);
    properties.push(...set.properties);
    return;
  }
  if (set.properties.length > 0) properties.push(...WORD);
  let from = 0;
  for (const [start, end] of [...set.ranges].sort((a, b) => a[0] - b[0])) {
    if (set.properties.length === 0 && start > from) ranges.push([from, start - 1]);
    from = Math.max(from, end + 1);
  }
  if (set.properties.length === 0 && from <= 0x10ffff) ranges.push([from, 0x10ffff]);
}

/** `\w` within a set: everything but punctuation, separators and others. */
const WORD = ['\\p{L}', '\\p{M}', '\\p{N}', '\\p{S}'];

/** The flag `x` takes white space away before the pattern is read, but for that within sets. */
function withoutSpace(chars: readonly string[]): readonly string[] {
  let depth = 0;
  let escaped = false;
  return chars.filter((char) => {
    if (!escaped && char === '[') depth += 1;
    if (!escaped && char === ']' && depth > 0) depth -= 1;
    const space = depth === 0 && /[\t\n\r ]/.test(char);
    if (!space) escaped = char === '\\' && !escaped;
    return !space;
  });
}
