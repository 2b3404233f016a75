import type { PublicationModel } from '../graph/element-models.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { correlationKey, text } from './values.ts';
import { localsOf } from './views.ts';

/** The engine publishes a message: its name and key, and the locals that input mappings made (MSG-10). */
export function publish(turn: Turn, self: ElementInstance, { timeToLive, ...model }: PublicationModel): void {
  const name = text(turn, model.name, self.key);
  const thrown = { name, correlationKey: correlationKey(turn, model.correlationKey, self.key) };
  turn.emit({ type: 'message-thrown', key: self.key, ...thrown });
  turn.send({ to: 'message-bus', ...thrown, timeToLive, variables: localsOf(self) });
}
