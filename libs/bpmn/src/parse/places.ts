/** Where something stands in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Tells where elements stand, which the parser does not keep. */
export interface Places {
  /** The start tag that carries this id. */
  ofId(id: string): Place | undefined;
  /** Ids that more than one element carries, with the place of the second. */
  readonly duplicates: readonly { readonly id: string; readonly place: Place }[];
  /** Where reading had to stop, because a tag, a comment or the like has no end. */
  readonly brokenAt: Place | undefined;
  /** How many elements lie in each other at the deepest place. */
  readonly deepest: number;
  /** How often each name of an element, without its prefix, stands outside extensions. */
  readonly names: ReadonlyMap<string, number>;
}

const NAME = /^<\/?(?:[^\s:>/]+:)?([^\s>/]+)/;
const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;
/** What is passed over: nothing in it is an element. */
const PASSED: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** Reads the places of all ids in one pass that visits each character once, however odd the file is. */
export function placesOf(xml: string): Places {
  const offsets = new Map<string, number>();
  const duplicates: { id: string; place: Place }[] = [];
  const lines = lineStarts(xml);
  let depth = 0;
  let deepest = 0;
  let brokenAt: Place | undefined;
  const names = new Map<string, number>();
  let extensionsAt = 0;
  for (let at = xml.indexOf('<'); at >= 0;) {
    const passed = PASSED.find(([begin]) => xml.startsWith(begin, at));
    const end = passed ? endOf(xml, at + passed[0].length, passed[1]) : tagEnd(xml, at);
    if (end < 0) {
      brokenAt = placeAt(lines, at);
      break;
    }
    if (!passed && xml[at + 1] === '/') {
      depth--;
      if (depth < extensionsAt) extensionsAt = 0;
    } else if (!passed) {
      deepest = Math.max(deepest, depth + 1);
      const name = NAME.exec(xml.slice(at, end))?.[1] ?? '';
      if (!extensionsAt) names.set(name, (names.get(name) ?? 0) + 1);
      if (xml[end - 2] !== '/') {
        depth++;
        if (!extensionsAt && name === 'extensionElements') extensionsAt = depth;
      }
      const found = ID.exec(xml.slice(at, end));
      const id = found?.[1] ?? found?.[2];
      if (id && offsets.has(id)) duplicates.push({ id, place: placeAt(lines, at) });
      else if (id) offsets.set(id, at);
    }
    at = xml.indexOf('<', end);
  }
  return {
    duplicates,
    deepest,
    names,
    brokenAt,
    ofId(id) {
      const offset = offsets.get(id);
      return offset === undefined ? undefined : placeAt(lines, offset);
    },
  };
}

function endOf(xml: string, from: number, text: string): number {
  const at = xml.indexOf(text, from);
  return at < 0 ? -1 : at + text.length;
}

/** Behind the `>` that ends a tag; one in a value does not. A tag does not hold another. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at];
    if (character === '>') return at + 1;
    if (character === '<' && at > from) return -1;
    if (character !== '"' && character !== "'") continue;
    at = xml.indexOf(character, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
