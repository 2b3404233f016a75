import type { ElementSource } from '../../compile/sources.ts';
import { text } from '../../frame/values.ts';
import { localsOf } from '../../frame/views.ts';
import type { ResultKind } from './result.ts';

/** To the innermost catcher, if there is one; then the thrower goes on unless it was interrupted (ESC-1 to ESC-5). */
export const escalationResult: ResultKind = (definition, event, sources) => {
  const escalation = definition.get('escalationRef') as ElementSource | undefined;
  const code = sources.text(event, escalation?.get('escalationCode')) ?? { fixed: '' };
  return {
    act(turn, _node, self, next) {
      const value = text(turn, code, self.key);
      if (!value.ok) return value.failure;
      const variables = localsOf(self);
      turn.schedule({
        do: 'throw',
        what: 'escalation',
        key: self.key,
        name: value.value,
        variables,
        at: next,
      });
      return 'waits';
    },
  };
};
