import { clearScope } from '../../frame/terminate.ts';
import { withdraw } from '../../frame/catches.ts';
import type { ResultKind } from './result.ts';

/** Ends all else in its own scope, which then completes; nothing is compensated (TRM-1 to TRM-5). */
export const terminateResult: ResultKind = () => ({
  act(turn, _node, self) {
    const scope = turn.state.elements.get(self.scopeKey);
    if (scope) withdraw(turn, scope, 'event-sub-process');
    clearScope(turn, self.scopeKey, self.key);
  },
});
