/** Widths of the letters of Arial and its kin, in thousandths of the font size; unknown ones count as wide. */
const NARROW = new Map<string, number>(
  [
    ["ijl'|", 222],
    [' ,.:;!/\\ftI[]()', 278],
    ['-r"', 333],
    ['cksvxyzJ?L', 520],
    ['abdeghnopqu0123456789#$*_+<>=àèéìòù', 556],
    ['ABEKPSVXYFTZ&È', 667],
    ['CDHNRUwÀ', 722],
    ['GOQ', 778],
    ['mM', 833],
    ['W%', 944],
    ['’‘', 222],
  ].flatMap(([letters, width]) =>
    Array.from(String(letters), (letter): [string, number] => [letter, Number(width)]),
  ),
);
const WIDE = 600;
const LINE_HEIGHT = 1.2;

/** Font size of labels beside shapes and lines, and of texts inside shapes, as bpmn-js draws them. */
export const LABEL_FONT = 11;
export const SHAPE_FONT = 12;

/** Width of one line of text in pixels, a little generous. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const letter of text) units += NARROW.get(letter) ?? WIDE;
  return (units / 1000) * fontSize * 1.03;
}

export interface TextBlock {
  readonly lines: number;
  readonly width: number;
  readonly height: number;
}

/** The size of a text broken between words so that no line is wider than `maxWidth`, if its words allow. */
export function wrapText(text: string, maxWidth: number, fontSize: number = LABEL_FONT): TextBlock {
  const space = textWidth(' ', fontSize);
  let lines = 1;
  let width = 0;
  let line = 0;
  for (const word of text.split(/\s+/)) {
    const wordWidth = textWidth(word, fontSize);
    if (line > 0 && line + space + wordWidth > maxWidth) {
      lines += 1;
      line = wordWidth;
    } else {
      line += (line > 0 ? space : 0) + wordWidth;
    }
    width = Math.max(width, line);
  }
  return { lines, width: Math.ceil(width) + 2, height: Math.ceil(lines * fontSize * LINE_HEIGHT) };
}
