import type { Choose } from './choose.ts';
import { textMutations } from './text-mutations.ts';
import { treeMutations } from './tree-mutations.ts';
import { elementsIn, readXml, writeXml } from './xml-tree.ts';

/** Changes a file once or in up to six ways: three of four times its tree, else its text; perhaps its bytes too. */
export function mutate(xml: string, choose: Choose): Uint8Array {
  let changed = xml;
  const times = choose.once(2) ? 1 : 1 + choose.below(6);
  if (choose.once(4))
    for (let time = 0; time < times; time++) changed = choose.one(textMutations)(changed, choose);
  else {
    const tree = readXml(xml);
    for (let time = 0; time < times && elementsIn(tree).length > 2; time++)
      choose.one(treeMutations)(tree, choose);
    changed = writeXml(tree);
    if (choose.once(3)) changed = choose.one(textMutations.slice(-1))(changed, choose);
  }
  return encode(changed, choose);
}

/** Mostly UTF-8; sometimes other encodings, with and without the right declaration, or broken bytes. */
function encode(xml: string, choose: Choose): Uint8Array {
  if (!choose.once(8)) return new TextEncoder().encode(xml);
  const kinds = ['utf16le', 'utf16be', 'latin1', 'bytes', 'declared'] as const;
  switch (choose.one(kinds)) {
    case 'utf16le':
      return utf16(xml, true);
    case 'utf16be':
      return utf16(xml, false);
    case 'latin1':
      return Uint8Array.from(xml.replace('UTF-8', 'ISO-8859-1'), (one) => one.charCodeAt(0) & 0xff);
    case 'bytes':
      return withBrokenBytes(new TextEncoder().encode(xml), choose);
    case 'declared':
      return new TextEncoder().encode(
        xml.replace('UTF-8', choose.one(['utf-7', 'x', 'UTF-16', 'windows-1252', 'shift_jis'])),
      );
  }
}

function utf16(xml: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + xml.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < xml.length; at++) view.setUint16(2 + at * 2, xml.charCodeAt(at), little);
  return bytes;
}

function withBrokenBytes(bytes: Uint8Array, choose: Choose): Uint8Array {
  for (let time = 0; time < 4 && bytes.length > 0; time++)
    bytes[choose.below(bytes.length)] = choose.below(256);
  return bytes;
}
