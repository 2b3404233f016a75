import { readBinding } from '../compile/bindings.ts';
import { text } from '../frame/values.ts';
import { caughtFrom } from '../frame/search.ts';
import { localsOf } from '../frame/views.ts';
import type { Binding, Expression } from '../graph/process-graph.ts';
import { defineElement } from './element.ts';

export interface CallModel {
  readonly processId: Expression;
  readonly binding: Binding;
  readonly givesAll: boolean;
  readonly takesAll: boolean;
  readonly businessId: Expression | undefined;
}

/** Starts an instance of another process and waits for its end (CALL-1 to CALL-8). */
export const callActivity = defineElement<CallModel>({
  compile(source, sources) {
    const called = sources.extension(source, 'zeebe:CalledElement');
    return {
      processId: sources.text(source, called?.get('processId') ?? source.get('calledElement')) ?? {
        fixed: '',
      },
      binding: called ? readBinding(called) : { type: 'latest' },
      givesAll: called?.get('propagateAllParentVariables') !== false,
      takesAll: called?.get('propagateAllChildVariables') !== false,
      businessId: sources.text(source, called?.get('businessId')),
    };
  },
  activate(turn, node, self) {
    const { model } = node;
    const processId = text(turn, model.processId, self.key);
    if (!processId.ok) return processId.failure;
    const own = turn.state.numbers[0] ?? 0;
    const depth = (turn.state.parent?.depth ?? 0) + 1;
    if (depth > turn.env.maxCallDepth)
      return {
        code: 'CALLED_ELEMENT_ERROR',
        message: `Expected calls to be nested at most ${turn.env.maxCallDepth} deep, but '${node.elementId}' calls deeper`,
      };
    const businessId = model.businessId && text(turn, model.businessId, self.key);
    if (businessId && !businessId.ok) return businessId.failure;
    const instance = turn.env.drawNumber();
    const key = turn.open({
      kind: 'child',
      owner: self.key,
      elementId: node.elementId,
      instance,
      processId: processId.value,
    });
    turn.send({
      to: 'new-instance',
      instance,
      processId: processId.value,
      binding: model.binding,
      command: {
        type: 'start-instance',
        variables: model.givesAll ? turn.variables(self.key).all() : localsOf(self),
        ...(businessId?.ok && { businessId: businessId.value }),
        parent: {
          instance: own,
          key,
          root: turn.state.parent?.root ?? own,
          depth,
          caught: caughtFrom(turn, self),
        },
      },
    });
  },
  terminate(turn, _node, self) {
    for (const wait of turn.waitsOf(self.key))
      if (wait.kind === 'child')
        turn.send({
          to: 'instance',
          instance: wait.instance,
          command: { type: 'cancel-instance', byParent: true },
        });
  },
});
