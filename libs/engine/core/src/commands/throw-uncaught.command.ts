import { raise } from '../frame/incidents.ts';
import { uncaught } from '../frame/throws.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf, Rejection } from './command.ts';
import { notFound } from './find-wait.ts';

/** The caller found no catcher after all: the incident is at the throwing element (CALL-6). */
export function throwUncaught(turn: Turn, command: CommandOf<'throw-uncaught'>): Rejection | void {
  const { key, code, message } = command;
  const self = turn.state.elements.get(key);
  if (self?.status !== 'activated') return notFound(turn, `element ${key}`);
  raise(turn, key, uncaught({ code, message }), { retry: { do: 'enter', key, phase: 'work' } });
}
