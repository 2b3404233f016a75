import type { Node } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { acceptResult } from './mappings.ts';
import { setLocal } from './variables.ts';

/**
 * An event hands on what its trigger brought: by its output mappings, or all of it to the scope (EV-10). In an
 * event sub-process it stays local to that (ESP-11).
 */
export function takeTrigger(turn: Turn, node: Node, self: ElementInstance, variables: Values): void {
  const local = node.parent?.kind === 'event-sub-process' && node.kind === 'start-event';
  if (local && node.mappings.outputs.length === 0) setLocal(turn, self.scopeKey, variables);
  else acceptResult(turn, node, self, variables);
}
