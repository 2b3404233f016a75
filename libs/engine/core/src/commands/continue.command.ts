import type { Turn } from '../turn/turn.ts';
import type { Rejection } from './command.ts';

/** Goes on with the steps a long turn left; there may be none any more, because another command took them along. */
export function goOn(turn: Turn): Rejection | void {
  if (turn.state.parked.length === 0)
    return {
      code: 'INVALID_STATE',
      message: `Expected instance ${turn.state.numbers[0]} to have steps left, but it has none`,
    };
}
