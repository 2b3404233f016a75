import { parser, trackVariables } from 'lezer-feel';
import type { KnownNames } from './names.ts';
import { SyntaxFault } from './syntax-problem.ts';

/** What the grammar's tracker keeps while it reads; only what is used here. */
interface Tracked {
  readonly children: readonly Tracked[];
  readonly tokens: readonly string[];
  readonly context: { getKeys(): readonly string[] };
  assign(changes: { readonly children: readonly Tracked[] }): Tracked;
}

interface Tracker {
  reduce: (tracked: Tracked, term: number, stack: unknown, input: { readonly pos: number }) => Tracked;
}

/** Beyond these the tracker, which copies all it keeps at each step, would take seconds for one text. */
const MAX_CHILDREN = 64;
const MAX_NAMES = 200;
const MAX_TOKENS = 60;

const CONTEXT_ENTRY = parser.nodeSet.types.find((type) => type.name === 'ContextEntry')?.id;

/**
 * The grammar's tracker of names in scope, kept from growing without bound: of very long lists it keeps the ends, of
 * very wide contexts the first names. What is lost is only that further names may hold blanks or symbols.
 */
export function trackNames(known: KnownNames): ReturnType<typeof trackVariables> {
  const tracker = trackVariables(known);
  const bounded = tracker as unknown as Tracker;
  const reduce = bounded.reduce.bind(tracker);
  bounded.reduce = (tracked, term, stack, input) => {
    if (tracked.tokens.length > MAX_TOKENS) {
      throw new SyntaxFault('TOO_LONG', input.pos, `Expected names of at most ${MAX_TOKENS} words.`);
    }
    if (term === CONTEXT_ENTRY && tracked.context.getKeys().length > MAX_NAMES) {
      return tracked.assign({ children: tracked.children.slice(0, -2) });
    }
    const next = reduce(tracked, term, stack, input);
    if (next.children.length <= MAX_CHILDREN) return next;
    return next.assign({
      children: [...next.children.slice(0, 1), ...next.children.slice(-MAX_CHILDREN / 2)],
    });
  };
  return tracker;
}
