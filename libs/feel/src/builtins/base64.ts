const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The UTF-8 bytes of a text in Base64 (RFC 4648 §4). */
export function toBase64(value: string): string {
  const bytes = utf8(value);
  let result = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const last = c === undefined ? '=' : ALPHABET[bits & 63];
    const third = b === undefined ? '=' : ALPHABET[(bits >> 6) & 63];
    result += `${ALPHABET[bits >> 18]}${ALPHABET[(bits >> 12) & 63]}${third}${last}`;
  }
  return result;
}

/** The text whose UTF-8 bytes these are; null where it is no Base64 or no UTF-8. */
export function fromBase64(value: string): string | null {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return null;
  const escapes: string[] = [];
  const digits = value.replace(/=+$/, '');
  for (let at = 0, bits = 0, count = 0; at < digits.length; at += 1) {
    bits = ((bits << 6) | ALPHABET.indexOf(digits[at] as string)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escapes.push(`%${((bits >> count) & 255).toString(16).padStart(2, '0')}`);
  }
  try {
    return decodeURIComponent(escapes.join(''));
  } catch {
    return null;
  }
}

/** The language itself knows UTF-8 by its URI functions only. */
function utf8(value: string): readonly number[] {
  const bytes: number[] = [];
  const escaped = encodeURIComponent(value.replace(LONE_SURROGATE, '\ufffd'));
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(escaped.charCodeAt(at));
  }
  return bytes;
}
