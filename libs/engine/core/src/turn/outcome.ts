import type { Touched } from '../apply/change.ts';
import type { Command, CommandOf, Rejection } from '../commands/command.ts';
import type { EngineEvent } from '../events/engine-event.ts';
import type { Binding } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';

/** All that leaves an instance is a command to somebody else; it is stored in the transaction of the turn (TURN-9). */
export type Effect =
  | { readonly to: 'instance'; readonly instance: number; readonly command: Command }
  /**
   * A called instance. When the process is unknown or cannot be started, the answer is a `child-ended` with
   * `ended: 'rejected'` to `command.parent`.
   */
  | {
      readonly to: 'new-instance';
      readonly instance: number;
      readonly processId: string;
      readonly binding: Binding;
      readonly command: CommandOf<'start-instance'>;
    }
  | {
      readonly to: 'message-bus';
      readonly name: string;
      readonly correlationKey: string;
      readonly messageId?: string;
      /** Milliseconds; absent: the server's setting. */
      readonly timeToLive?: number;
      readonly variables: Values;
    }
  /** To all other instances and start events; the thrower's own catchers have already had it (SIG-3). */
  | {
      readonly to: 'signal-bus';
      readonly name: string;
      readonly variables: Values;
      /** The thrower's instance, which is left out. */
      readonly from: number;
    };

export type Outcome =
  | {
      readonly accepted: true;
      /** In order; the n-th has the number `firstEvent + n`. */
      readonly events: readonly EngineEvent[];
      readonly firstEvent: number;
      readonly effects: readonly Effect[];
      readonly touched: Touched;
    }
  | { readonly accepted: false; readonly rejection: Rejection };
