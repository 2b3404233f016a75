import { dateToString } from './values/date.ts';
import { dateTimeToIso } from './values/date-time.ts';
import { daysDurationToString, monthsDurationToString } from './values/duration.ts';
import { numberToJson, parseJsonNumber } from './values/number.ts';
import type { FeelNumber } from './values/number.ts';
import { rangeToString } from './values/text.ts';
import { timeToString } from './values/time.ts';
import { isContext, isList, kindOf } from './values/value.ts';
import type { FeelContext, FeelDuration, FeelList, FeelTemporal, FeelValue } from './values/value.ts';

const MAX_DEPTH = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONTROL = /\p{Cc}/u;
const SPACE = /[ \t\n\r]*/y;

/**
 * Reads JSON as a FEEL value without losing a digit: numbers keep their spelling until they are computed with,
 * integers beyond 2⁵³ are exact, keys keep their order and none is special.
 *
 * @throws SyntaxError where the text is not JSON (RFC 8259) or nests more than 500 deep
 */
export function fromJson(text: string): FeelValue {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): FeelValue {
    if (depth > MAX_DEPTH) throw this.error(`values that nest at most ${MAX_DEPTH} deep`);
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) throw this.error('the end of the text');
  }

  private object(depth: number): FeelContext {
    const entries = new Map<string, FeelValue>();
    this.at += 1;
    if (this.accept('}')) return entries;
    do {
      this.space();
      const key = this.string();
      if (!this.accept(':')) throw this.error('a colon');
      entries.set(key, this.value(depth + 1));
    } while (this.accept(','));
    if (!this.accept('}')) throw this.error('a comma or a closing brace');
    return entries;
  }

  private array(depth: number): FeelList {
    const items: FeelValue[] = [];
    this.at += 1;
    if (this.accept(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.accept(','));
    if (!this.accept(']')) throw this.error('a comma or a closing bracket');
    return items;
  }

  private string(): string {
    const end = this.text[this.at] === '"' ? this.closingQuote() : -1;
    if (end < 0) throw this.error('a string');
    const source = this.text.slice(this.at, end + 1);
    this.at = end + 1;
    if (!source.includes('\\') && !CONTROL.test(source)) return source.slice(1, -1);
    try {
      return JSON.parse(source) as string;
    } catch {
      throw this.error('a well-formed string');
    }
  }

  /** Where the string that begins here ends; a quote after an odd number of backslashes is part of it. */
  private closingQuote(): number {
    for (let end = this.text.indexOf('"', this.at + 1); end >= 0; end = this.text.indexOf('"', end + 1)) {
      let backslashes = 0;
      while (this.text[end - 1 - backslashes] === '\\') backslashes += 1;
      if (backslashes % 2 === 0) return end;
    }
    return -1;
  }

  private number(): FeelValue {
    const source = this.match(NUMBER);
    if (source === null) throw this.error('a value');
    return parseJsonNumber(source);
  }

  private word<T extends boolean | null>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.error('a value');
    this.at += word.length;
    return value;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }

  private accept(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private error(expected: string): SyntaxError {
    return new SyntaxError(`Expected ${expected} at offset ${this.at} of the JSON text.`);
  }
}

/**
 * Writes a FEEL value as JSON. Dates, times and durations become ISO 8601 strings (a date and time in an IANA
 * zone with the offset that holds then), ranges their FEEL text; a function has no value outside an expression and
 * becomes null.
 */
export function toJson(value: FeelValue): string {
  if (isList(value)) return `[${value.map(toJson).join(',')}]`;
  if (isContext(value)) {
    return `{${[...value].map(([key, entry]) => `${JSON.stringify(key)}:${toJson(entry)}`).join(',')}}`;
  }
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (kindOf(value) === 'number') return numberToJson(value as FeelNumber);
  if (value instanceof Object && 'kind' in value && value.kind === 'function') return 'null';
  if (value instanceof Object && 'kind' in value && value.kind === 'range') {
    return JSON.stringify(rangeToString(value));
  }
  return JSON.stringify(temporalToIso(value as FeelTemporal | FeelDuration));
}

/** The ISO 8601 text of a temporal value. */
export function temporalToIso(value: FeelTemporal | FeelDuration): string {
  switch (value.kind) {
    case 'date':
      return dateToString(value);
    case 'time':
      return timeToString(value);
    case 'date and time':
      return dateTimeToIso(value);
    case 'days and time duration':
      return daysDurationToString(value);
    case 'years and months duration':
      return monthsDurationToString(value);
  }
}
