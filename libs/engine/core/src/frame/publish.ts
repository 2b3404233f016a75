import type { ElementSource, Sources } from '../compile/sources.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { correlationKey, text } from './values.ts';
import { localsOf } from './views.ts';

export type Publication = (turn: Turn, self: ElementInstance) => Failure | void;

/** One hour, unless property `message.timeToLive` says otherwise. */
const TIME_TO_LIVE = 3_600_000;

/**
 * The engine publishes a message: its name, the key from its `correlationKey` in the sender's variables or the
 * empty key, the locals that input mappings made (MSG-10).
 */
export function compilePublication(
  message: ElementSource | undefined,
  sender: ElementSource,
  sources: Sources,
): Publication {
  const name = sources.text(sender, message?.get('name')) ?? { fixed: '' };
  const subscription = message && sources.extension(message, 'zeebe:Subscription');
  const key = sources.feel(sender, subscription?.get('correlationKey'));
  const told = Number(sources.property(sender, 'message.timeToLive') ?? NaN);
  const timeToLive = Number.isFinite(told) ? told : TIME_TO_LIVE;
  return (turn, self) => {
    const messageName = text(turn, name, self.key);
    if (!messageName.ok) return messageName.failure;
    const correlation = correlationKey(turn, key, self.key);
    if (!correlation.ok) return correlation.failure;
    const thrown = { name: messageName.value, correlationKey: correlation.value };
    turn.emit({ type: 'message-thrown', key: self.key, ...thrown });
    turn.send({ to: 'message-bus', ...thrown, timeToLive, variables: localsOf(self) });
  };
}
