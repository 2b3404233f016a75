import { cancelTransaction } from '../../frame/cancel.ts';
import type { ResultKind } from './result.ts';

/** Cancels the nearest transaction around it (CAN-1, TRX-2). */
export const cancelResult: ResultKind = () => ({
  act(turn, _node, self) {
    let scope = turn.state.elements.get(self.scopeKey);
    while (scope && turn.nodeOf(scope).kind !== 'transaction')
      scope = turn.state.elements.get(scope.scopeKey);
    if (!scope) return;
    cancelTransaction(turn, scope);
    return 'waits';
  },
});
