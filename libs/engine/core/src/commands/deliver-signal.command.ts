import { deliverSignal as deliver } from '../frame/throws.ts';
import type { Turn } from '../turn/turn.ts';
import type { CommandOf } from './command.ts';

/** A broadcast reaches every open catcher of its name in this instance (SIG-1). */
export function deliverSignal(turn: Turn, command: CommandOf<'deliver-signal'>): void {
  deliver(turn, command.name, command.variables);
}
