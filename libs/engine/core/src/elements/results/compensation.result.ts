import type { ElementSource } from '../../compile/sources.ts';
import { compensateNext, scopeInSight } from '../../frame/compensation.ts';
import type { ResultKind } from './result.ts';

/** Undoes completed work in sight and waits for the last handler, unless told not to (CMP-5 to CMP-10). */
export const compensationResult: ResultKind = (definition) => {
  const activity = definition.get('activityRef') as ElementSource | undefined;
  const waits = definition.get('waitForCompletion') !== false;
  return {
    act(turn, _node, self, next) {
      const scope = scopeInSight(turn, self);
      const terms = {
        by: self.key,
        at: next,
        before: turn.newKey(),
        ...(activity?.id !== undefined && { nodeId: activity.id }),
      };
      const runs = scope !== undefined && compensateNext(turn, scope, terms);
      return runs && waits ? 'waits' : undefined;
    },
  };
};
