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
}

const START_TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[A-Za-z_][^\s/>]*((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Reads the places of all ids in one pass; comments and character data are passed over. */
export function placesOf(xml: string): Places {
  const offsets = new Map<string, number>();
  const duplicates: { id: string; place: Place }[] = [];
  const lines = lineStarts(xml);
  for (const match of xml.matchAll(START_TAG)) {
    const found = match[1] === undefined ? undefined : ID.exec(match[1]);
    const id = found?.[1] ?? found?.[2];
    if (!id) continue;
    if (offsets.has(id)) duplicates.push({ id, place: placeAt(lines, match.index) });
    else offsets.set(id, match.index);
  }
  return {
    duplicates,
    ofId(id) {
      const offset = offsets.get(id);
      return offset === undefined ? undefined : placeAt(lines, offset);
    },
  };
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
