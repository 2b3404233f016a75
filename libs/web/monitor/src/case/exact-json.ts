/*
 * Numbers as they are written: 1.10 and 12345678901234567890 are other texts once JavaScript has read them as
 * numbers. Browsers that know `JSON.rawJSON` send them on to the letter.
 */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
}

/**
 * A JSON text as a value for the body of a request, numbers kept to the letter where the browser can.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function parseExact(text: string): unknown {
  if (!('rawJSON' in JSON)) return JSON.parse(text);
  const exact = JSON as unknown as ExactJson;
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? exact.rawJSON(source) : value,
  );
}

/** Whether a JSON text is a text: people then edit it without its quotation marks. */
export function isJsonString(json: string): boolean {
  return json.trimStart().startsWith('"');
}

/** Whether a JSON text is a date-time with its offset, which people want to read as a date. */
export function isMoment(json: string): boolean {
  return /^"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})"$/.test(json);
}

/** A JSON text to read: a text without its quotation marks, a list or an object on several lines. */
export function readableJson(json: string): string {
  try {
    if (isJsonString(json)) return String(JSON.parse(json));
    return /^\s*[[{]/.test(json) ? indent(json) : json;
  } catch {
    // A value that was cut for the list is no JSON any more.
    return json;
  }
}

/** Breaks a JSON text into lines without reading its numbers. */
function indent(json: string): string {
  let depth = 0;
  let inText = false;
  let out = '';
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? '';
    if (inText || char === '"') {
      out += char;
      if (char === '\\') out += json[++at] ?? '';
      else if (char === '"') inText = !inText;
    } else if (/\s/.test(char)) continue;
    else if (char === '{' || char === '[') {
      const empty = /^\s*[}\]]/.test(json.slice(at + 1));
      depth += 1;
      out += empty ? char : `${char}\n${'  '.repeat(depth)}`;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      out += /[[{]$/.test(out) ? char : `\n${'  '.repeat(depth)}${char}`;
    } else if (char === ',') out += `,\n${'  '.repeat(depth)}`;
    else out += char === ':' ? ': ' : char;
  }
  return out;
}
