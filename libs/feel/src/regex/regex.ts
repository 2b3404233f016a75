import { RE2JS } from 're2js';
import type { Run } from '../run.ts';
import { BacktrackRegex } from './backtrack.ts';
import { parseRegex, RegexFault } from './parse-regex.ts';
import { sizeOf, toRe2 } from './re2-pattern.ts';
import { parseFlags } from './regex-syntax.ts';
import type { RegexFlags } from './regex-syntax.ts';

/** Beyond this an expression is refused: counted repetitions within one another grow without bound. */
const MAX_SIZE = 4_000;
const MAX_PATTERN = 2_000;
const CACHE = 200;

/** Finds the next match from a place on: start and end of the whole and of each group, −1 for none. */
type Find = (from: number) => readonly number[] | null;

/** A compiled regular expression. */
export interface CompiledRegex {
  readonly groups: number;
  finder(input: string, run: Run): Find;
}

const compiled = new Map<string, CompiledRegex | null>();

/** Compiles a pattern with its flags; null where either is malformed. Spends steps by the pattern's size. */
export function compileRegex(pattern: string, flags: string, run: Run): CompiledRegex | null {
  if (pattern.length > MAX_PATTERN) return null;
  const key = `${flags}/${pattern}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  run.step(1_200 + pattern.length * 80);
  const made = compileNew(pattern, flags);
  if (compiled.size >= CACHE) compiled.clear();
  compiled.set(key, made);
  return made;
}

function compileNew(pattern: string, flagText: string): CompiledRegex | null {
  const flags = parseFlags(flagText);
  if (flags === null) return null;
  try {
    const { regex, groups } = parseRegex(pattern, flags);
    const size = sizeOf(regex);
    if (size > MAX_SIZE) return null;
    const linear = toRe2(regex);
    return linear === null
      ? backtracking(new BacktrackRegex(regex, groups, flags), groups)
      : automaton(linear, flags, groups, size);
  } catch (error) {
    if (error instanceof RegexFault) return null;
    throw error;
  }
}

function backtracking(regex: BacktrackRegex, groups: number): CompiledRegex {
  return { groups, finder: (input, run) => (from) => regex.exec(input, from, run) };
}

/** RE2 runs in time proportional to the sizes of pattern and input, which is charged at once. */
function automaton(pattern: string, flags: RegexFlags, groups: number, size: number): CompiledRegex {
  const bits = (flags.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (flags.multiline ? RE2JS.MULTILINE : 0);
  const regex = RE2JS.compile(pattern, bits);
  return {
    groups,
    finder(input, run) {
      const matcher = regex.matcher(input);
      return (from) => {
        const worst = costOf(input.length - from, size);
        run.step(worst);
        if (!matcher.find(from)) return null;
        run.step(costOf(matcher.end() - from, size) - worst);
        const places: number[] = [];
        for (let group = 0; group <= groups; group += 1)
          places.push(matcher.start(group), matcher.end(group));
        return places;
      };
    },
  };
}

/** Steps that running through so many characters costs: paid for the whole input first, then given back. */
function costOf(length: number, size: number): number {
  return 20 + Math.ceil((length * Math.min(size, 200)) / 8);
}
