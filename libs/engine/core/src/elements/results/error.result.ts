import { throwError } from '../../frame/throws.ts';
import { text } from '../../frame/values.ts';
import { localsOf } from '../../frame/views.ts';
import type { ElementSource } from '../../compile/sources.ts';
import type { ResultKind } from './result.ts';

/** An error end event: searched from its scope outwards; uncaught it is an incident here (ERR-1 to ERR-9, END-6). */
export const errorResult: ResultKind = (definition, event, sources) => {
  const error = definition.get('errorRef') as ElementSource | undefined;
  const code = sources.text(event, error?.get('errorCode')) ?? { fixed: '' };
  return {
    act(turn, _node, self) {
      const value = text(turn, code, self.key);
      if (!value.ok) return value.failure;
      return throwError(turn, self, { code: value.value, variables: localsOf(self) }) ?? 'waits';
    },
  };
};
