import type { ElementSource } from '../../compile/sources.ts';
import { text } from '../../frame/values.ts';
import { localsOf } from '../../frame/views.ts';
import type { ResultKind } from './result.ts';

/** To every catcher: in this instance within the turn, elsewhere after the commit (SIG-1 to SIG-6, TURN-3, TURN-4). */
export const signalResult: ResultKind = (definition, event, sources) => {
  const signal = definition.get('signalRef') as ElementSource | undefined;
  const name = sources.text(event, signal?.get('name')) ?? { fixed: '' };
  return {
    act(turn, _node, self, next) {
      const value = text(turn, name, self.key);
      if (!value.ok) return value.failure;
      const variables = localsOf(self);
      turn.emit({ type: 'signal-thrown', key: self.key, name: value.value });
      turn.send({ to: 'signal-bus', name: value.value, variables, from: turn.state.numbers[0] ?? 0 });
      turn.schedule({ do: 'throw', what: 'signal', key: self.key, name: value.value, variables, at: next });
      return 'waits';
    },
  };
};
