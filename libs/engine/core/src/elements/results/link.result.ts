import { textAt } from '../../compile/event-definitions.ts';
import type { CatchModel } from '../catch-event.element.ts';
import type { ResultKind } from './result.ts';

/** A link throw goes to the catch of its name in the same scope (LNK-1 to LNK-4). */
export const linkResult: ResultKind = (definition) => {
  const name = textAt(definition, 'name');
  return {
    act(turn, node, self) {
      const target = node.parent?.children.find(
        ({ kind, model }) => kind === 'intermediate-catch-event' && (model as CatchModel).link === name,
      );
      if (target) turn.activate(target, self.scopeKey);
    },
  };
};
