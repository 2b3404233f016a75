import { isRangeOf } from '../operators/range.ts';
import type { Run } from '../run.ts';
import { knownNames } from '../syntax/names.ts';
import { parseExpression } from '../syntax/parser.ts';
import { SyntaxFault } from '../syntax/syntax-problem.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { parseDate } from '../values/date.ts';
import { parseDateTime } from '../values/date-time.ts';
import { FeelRange } from '../values/range.ts';
import { parseDuration, parseTemporal } from '../values/temporal-text.ts';
import { parseTime } from '../values/time.ts';
import type { FeelValue } from '../values/value.ts';

const SHAPE = /^\s*([[(\]])(.*?)\.\.(.*)([\])[])\s*$/s;
const CONSTRUCTORS: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/**
 * The range that a text spells, its ends literals (DMN 1.5 §10.3.4.1). Null where it spells
 * none.
 */
export function parseRange(text: string, run: Run): FeelRange | null {
  const match = SHAPE.exec(text);
  if (match === null || text.length > 1_000) return null;
  run.step(1_500);
  const [, open, low = '', high = '', close] = match;
  const start = end(low);
  const finish = end(high);
  if (start === null || finish === null) return null;
  if (!isRangeOf(start, finish)) return null;
  return new FeelRange(start, open === '[', finish, close === ']');
}

/** The value of an end; null where it is no literal. */
function end(text: string): FeelValue {
  try {
    return literal(parseExpression(text, knownNames(new Map()), () => null));
  } catch (error) {
    if (error instanceof SyntaxFault) return null;
    throw error;
  }
}

function literal(syntax: Syntax): FeelValue {
  switch (syntax.kind) {
    case 'number':
    case 'string':
      return syntax.value;
    case 'at':
      return parseTemporal(syntax.text);
    case 'call': {
      const [argument] = syntax.args;
      const construct = syntax.callee.kind === 'name' ? CONSTRUCTORS[syntax.callee.name] : undefined;
      if (construct === undefined || syntax.args.length !== 1 || argument?.kind !== 'string') return null;
      return construct(argument.value);
    }
    default:
      return null;
  }
}
