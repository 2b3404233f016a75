const DECLARED = /^(\s*<\?xml[^>]*?encoding\s*=\s*["'])([\w.-]+)/;

/**
 * The text of an XML file that a server gives as it was deployed: UTF-8, UTF-16 with its mark, or the 8-bit encoding
 * that it declares. The text declares UTF-8, as which a browser writes it again.
 */
export function xmlText(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  return decodeAs(encodingOf(bytes), bytes).replace(DECLARED, (_, before: string) => `${before}UTF-8`);
}

function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  const declared = DECLARED.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[2]?.toLowerCase();
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}
