/** Part of the platform (Node.js and browsers alike), which the types of a pure library do not include. */
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const DECLARED = /^(\s*<\?xml[^>]*?encoding\s*=\s*["'])([\w.-]+)/;

/**
 * The text of an XML file in UTF-8, UTF-16 or the 8-bit encoding that its declaration names (XML 1.0, appendix F).
 * An encoding nobody knows is read as UTF-8. The text declares UTF-8, as which it is written again.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? guess(bytes);
  // the decoder drops the mark itself
  return decodeAs(encoding, bytes).replace(DECLARED, (whole, before: string, declared: string) =>
    /^utf-8$/i.test(declared) ? whole : `${before}UTF-8`,
  );
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function guess(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = DECLARED.exec(head)?.[2]?.toLowerCase() ?? 'utf-8';
  // A declaration that can be read byte by byte is not in two-byte characters, whatever it says.
  return /^(utf-16|ucs-2|iso-10646)/.test(declared) ? 'utf-8' : declared;
}
