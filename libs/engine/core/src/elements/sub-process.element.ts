import { startContent } from '../frame/activate.ts';
import type { Element } from './element.ts';

/**
 * A scope: the process, an embedded or an event sub-process. It begins at the event that triggered it, where a
 * command says, or at its start nodes, and completes when nothing is left in it (SUB-1 to SUB-7, ESP-2, INS-5).
 */
export const scope: Element = { activate: (turn, _node, self) => startContent(turn, self) };
