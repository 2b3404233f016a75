import { propagate, setLocal } from '../frame/variables.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { notFound } from './find-wait.ts';

/** Sets variables of a scope, or of the nearest scopes that have them (DAT-6). */
export function setVariables(turn: Turn, command: CommandOf<'set-variables'>): Rejection | void {
  const { scopeKey, variables, local } = command;
  if (!turn.state.elements.has(scopeKey)) return notFound(turn, `element ${scopeKey}`);
  if (local) setLocal(turn, scopeKey, variables);
  else propagate(turn, scopeKey, variables);
}
