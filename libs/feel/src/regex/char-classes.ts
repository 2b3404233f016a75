import type { CharSet } from './regex-syntax.ts';

type Range = readonly [number, number];

function setOf(ranges: readonly Range[], properties: readonly string[], negated = false): CharSet {
  return { negated, ranges, properties, minus: null };
}

const NAME_START: readonly Range[] = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];
const NAME: readonly Range[] = [
  ...NAME_START,
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];
const SPACES: readonly Range[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x20],
];

/** The multi-character escapes of XML Schema part 2, appendix F.1.1. */
export const CLASSES: Readonly<Record<string, CharSet>> = {
  s: setOf(SPACES, []),
  S: setOf(SPACES, [], true),
  d: setOf([], ['\\p{Nd}']),
  D: setOf([], ['\\P{Nd}']),
  w: setOf([], ['\\p{P}', '\\p{Z}', '\\p{C}'], true),
  W: setOf([], ['\\p{P}', '\\p{Z}', '\\p{C}']),
  i: setOf(NAME_START, []),
  I: setOf(NAME_START, [], true),
  c: setOf(NAME, []),
  C: setOf(NAME, [], true),
};

/** A dot: any character but the ends of lines. */
export const DOT: CharSet = setOf(
  [
    [0x0a, 0x0a],
    [0x0d, 0x0d],
  ],
  [],
  true,
);
export const EVERYTHING: CharSet = setOf([[0, 0x10ffff]], []);

/** Unicode blocks by their first code points; each ends where it says (XML Schema part 2, appendix F.1.1). */
const BLOCKS: Readonly<Record<string, Range>> = {
  BasicLatin: [0x0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  IPAExtensions: [0x250, 0x2af],
  SpacingModifierLetters: [0x2b0, 0x2ff],
  CombiningDiacriticalMarks: [0x300, 0x36f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Armenian: [0x530, 0x58f],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Syriac: [0x700, 0x74f],
  Thaana: [0x780, 0x7bf],
  Devanagari: [0x900, 0x97f],
  Bengali: [0x980, 0x9ff],
  Gurmukhi: [0xa00, 0xa7f],
  Gujarati: [0xa80, 0xaff],
  Oriya: [0xb00, 0xb7f],
  Tamil: [0xb80, 0xbff],
  Telugu: [0xc00, 0xc7f],
  Kannada: [0xc80, 0xcff],
  Malayalam: [0xd00, 0xd7f],
  Sinhala: [0xd80, 0xdff],
  Thai: [0xe00, 0xe7f],
  Lao: [0xe80, 0xeff],
  Tibetan: [0xf00, 0xfff],
  Myanmar: [0x1000, 0x109f],
  Georgian: [0x10a0, 0x10ff],
  HangulJamo: [0x1100, 0x11ff],
  Ethiopic: [0x1200, 0x137f],
  Cherokee: [0x13a0, 0x13ff],
  UnifiedCanadianAboriginalSyllabics: [0x1400, 0x167f],
  Ogham: [0x1680, 0x169f],
  Runic: [0x16a0, 0x16ff],
  Khmer: [0x1780, 0x17ff],
  Mongolian: [0x1800, 0x18af],
  LatinExtendedAdditional: [0x1e00, 0x1eff],
  GreekExtended: [0x1f00, 0x1fff],
  GeneralPunctuation: [0x2000, 0x206f],
  SuperscriptsandSubscripts: [0x2070, 0x209f],
  CurrencySymbols: [0x20a0, 0x20cf],
  CombiningMarksforSymbols: [0x20d0, 0x20ff],
  LetterlikeSymbols: [0x2100, 0x214f],
  NumberForms: [0x2150, 0x218f],
  Arrows: [0x2190, 0x21ff],
  MathematicalOperators: [0x2200, 0x22ff],
  MiscellaneousTechnical: [0x2300, 0x23ff],
  ControlPictures: [0x2400, 0x243f],
  OpticalCharacterRecognition: [0x2440, 0x245f],
  EnclosedAlphanumerics: [0x2460, 0x24ff],
  BoxDrawing: [0x2500, 0x257f],
  BlockElements: [0x2580, 0x259f],
  GeometricShapes: [0x25a0, 0x25ff],
  MiscellaneousSymbols: [0x2600, 0x26ff],
  Dingbats: [0x2700, 0x27bf],
  BraillePatterns: [0x2800, 0x28ff],
  CJKRadicalsSupplement: [0x2e80, 0x2eff],
  KangxiRadicals: [0x2f00, 0x2fdf],
  IdeographicDescriptionCharacters: [0x2ff0, 0x2fff],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  Bopomofo: [0x3100, 0x312f],
  HangulCompatibilityJamo: [0x3130, 0x318f],
  Kanbun: [0x3190, 0x319f],
  BopomofoExtended: [0x31a0, 0x31bf],
  EnclosedCJKLettersandMonths: [0x3200, 0x32ff],
  CJKCompatibility: [0x3300, 0x33ff],
  CJKUnifiedIdeographsExtensionA: [0x3400, 0x4db5],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  YiSyllables: [0xa000, 0xa48f],
  YiRadicals: [0xa490, 0xa4cf],
  HangulSyllables: [0xac00, 0xd7a3],
  PrivateUse: [0xe000, 0xf8ff],
  CJKCompatibilityIdeographs: [0xf900, 0xfaff],
  AlphabeticPresentationForms: [0xfb00, 0xfb4f],
  'ArabicPresentationForms-A': [0xfb50, 0xfdff],
  CombiningHalfMarks: [0xfe20, 0xfe2f],
  CJKCompatibilityForms: [0xfe30, 0xfe4f],
  SmallFormVariants: [0xfe50, 0xfe6f],
  'ArabicPresentationForms-B': [0xfe70, 0xfefe],
  Specials: [0xfff0, 0xfffd],
  HalfwidthandFullwidthForms: [0xff00, 0xffef],
  OldItalic: [0x10300, 0x1032f],
  Gothic: [0x10330, 0x1034f],
  Deseret: [0x10400, 0x1044f],
  ByzantineMusicalSymbols: [0x1d000, 0x1d0ff],
  MusicalSymbols: [0x1d100, 0x1d1ff],
  MathematicalAlphanumericSymbols: [0x1d400, 0x1d7ff],
  CJKUnifiedIdeographsExtensionB: [0x20000, 0x2a6d6],
  CJKCompatibilityIdeographsSupplement: [0x2f800, 0x2fa1f],
  Tags: [0xe0000, 0xe007f],
};
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** `\p{name}` or `\P{name}`; null where there is no such category or block. */
export function propertySet(name: string, negated: boolean): CharSet | null {
  if (CATEGORY.test(name)) return setOf([], [`\\${negated ? 'P' : 'p'}{${name}}`]);
  const block = name.startsWith('Is') ? BLOCKS[name.slice(2)] : undefined;
  return block === undefined ? null : setOf([block], [], negated);
}
