import type { Place } from '../model/dmn-model.ts';

/** The start of an open tag, or what may hold something that only looks like one. */
const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[A-Za-z_:]/g;

/**
 * The places of the open tags of a document, in their order. The parser's own count begins at the first line for each
 * tag, which takes minutes for a document of some megabytes.
 */
export class TagPlaces {
  private line = 1;
  private lineStart = 0;
  private readonly tags: IterableIterator<RegExpExecArray>;

  constructor(private readonly xml: string) {
    this.tags = xml.matchAll(TAG);
  }

  /** The place of the next open tag. */
  next(): Place {
    for (let found = this.tags.next(); found.done !== true; found = this.tags.next()) {
      const [text] = found.value;
      if (text.length === 2) return this.placeOf(found.value.index);
    }
    return this.placeOf(this.xml.length);
  }

  private placeOf(index: number): Place {
    for (let at = this.breakAfter(this.lineStart); at >= 0 && at < index; at = this.breakAfter(at + 1)) {
      this.line += 1;
      this.lineStart = at + 1;
    }
    return { line: this.line, column: index - this.lineStart + 1 };
  }

  private breakAfter(from: number): number {
    return this.xml.indexOf('\n', from);
  }
}
