/**
 * Values of variables are JSON text, kept to the letter: 1.10 stays 1.10, and integers beyond 2⁵³ keep
 * every digit. The engine cuts such text and puts it together; it never turns a variable's number into a double.
 */
declare const jsonText: unique symbol;
/** The exact JSON source of one value; always well-formed, because every entrance checks it. */
export type JsonText = string & { readonly [jsonText]: true };
/** Named values as they come from a caller, a worker or a message. */
export type Values = Readonly<Record<string, JsonText>>;

export const NULL = 'null' as JsonText;
export const EMPTY_LIST = '[]' as JsonText;

/** The JSON text of a string, a safe integer or a boolean. */
export function toJsonText(value: string | number | boolean): JsonText {
  return JSON.stringify(value) as JsonText;
}

export function listOf(items: readonly JsonText[]): JsonText {
  return `[${items.join(',')}]` as JsonText;
}

export function objectOf(values: Values): JsonText {
  const members = Object.entries(values).map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return `{${members.join(',')}}` as JsonText;
}

/** The string that the text stands for; `undefined` for any other type. */
export function stringIn(value: JsonText): string | undefined {
  return value.startsWith('"') ? (JSON.parse(value) as string) : undefined;
}

/** The safe integer that the text stands for (1, 1.0 and 1e0 alike); `undefined` for anything else. */
export function integerIn(value: JsonText): number | undefined {
  if (!/^-?\d/.test(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The items of a JSON list, each to the letter; `undefined` for any other type. */
export function itemsIn(value: JsonText): readonly JsonText[] | undefined {
  if (!value.startsWith('[')) return undefined;
  return parts(value);
}

/** The members of a JSON object in their order; `undefined` for any other type. */
export function membersIn(value: JsonText): ReadonlyMap<string, JsonText> | undefined {
  if (!value.startsWith('{')) return undefined;
  return new Map(
    parts(value).map((member) => {
      const colon = endOfString(member, 0);
      const name = JSON.parse(member.slice(0, colon)) as string;
      return [name, member.slice(member.indexOf(':', colon) + 1).trim() as JsonText];
    }),
  );
}

/** Writes a value at a path into nested objects; what is absent or no object is made anew (DAT-10). */
export function withPath(base: JsonText | undefined, path: readonly string[], value: JsonText): JsonText {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const members = new Map(base === undefined ? [] : membersIn(base));
  members.set(head, withPath(members.get(head), rest, value));
  return objectOf(Object.fromEntries(members));
}

/** Cuts the inside of a list or object at its top-level commas. */
function parts(text: string): JsonText[] {
  const found: JsonText[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at) - 1;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if ((sign === ',' && depth === 1) || depth === 0) {
      const part = text.slice(start, at).trim();
      if (part !== '') found.push(part as JsonText);
      start = at + 1;
    }
    if (depth === 0) break;
  }
  return found;
}

/** Index behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
