import { propagate, setLocal } from '../frame/variables.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf } from './command.ts';
import { notOpen } from './open-records.ts';

/** Sets variables of a scope, or of the nearest scopes that have them (DAT-6). */
export function setVariables(turn: Turn, { scopeKey, variables, local }: CommandOf<'set-variables'>): void {
  if (!turn.state.elements.has(scopeKey)) return notOpen(turn, `element ${scopeKey}`);
  if (local) setLocal(turn, scopeKey, variables);
  else propagate(turn, scopeKey, variables);
}
