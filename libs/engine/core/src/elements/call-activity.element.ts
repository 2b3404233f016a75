import type { CallModel } from '../graph/element-models.ts';
import { caughtFrom } from '../frame/catcher-search.ts';
import { fail } from '../frame/incidents.ts';
import { text } from '../frame/values.ts';
import { localsOf } from '../frame/views.ts';
import type { Element } from './element.ts';

/** Starts an instance of another process and waits for its end (CALL-1 to CALL-8). */
export const callActivity: Element<CallModel> = {
  activate(turn, { elementId, model }, self) {
    const { state, env, instance: own } = turn;
    const processId = text(turn, model.processId, self.key);
    const depth = (state.parent?.depth ?? 0) + 1;
    if (depth > env.maxCallDepth)
      fail(
        `Expected calls to be nested at most ${env.maxCallDepth} deep, but '${elementId}' calls deeper`,
        'CALLED_ELEMENT_ERROR',
      );
    const businessId = model.businessId && text(turn, model.businessId, self.key);
    const instance = env.drawNumber();
    const key = turn.open({ kind: 'child', owner: self.key, elementId, instance, processId });
    const root = state.parent?.root ?? own;
    turn.send({
      to: 'new-instance',
      instance,
      processId,
      binding: model.binding,
      command: {
        type: 'start-instance',
        variables: model.givesAll ? turn.variables(self.key).all() : localsOf(self),
        ...(businessId !== undefined && { businessId }),
        parent: { instance: own, key, root, depth, caught: caughtFrom(turn, self) },
      },
    });
  },
  terminate(turn, _node, self) {
    const command = { type: 'cancel-instance', byParent: true } as const;
    for (const wait of turn.waitsOf(self.key))
      if (wait.kind === 'child') turn.send({ to: 'instance', instance: wait.instance, command });
  },
};
