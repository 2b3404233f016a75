import type { ImplicitThrow } from '../graph/element-models.ts';
import { stringIn, type Values } from '../json-text.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { VariableView } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { occur } from './fire.ts';
import { truth } from './values.ts';

/**
 * Throws what a multi-instance throws as an instance completes to the boundary events of its body; nobody catches:
 * forgotten (MI-15 to MI-18).
 */
export function throwImplicitly(
  turn: Turn,
  body: ElementInstance,
  throws: readonly ImplicitThrow[],
  {
    view,
    numbers,
    first,
  }: { readonly view: VariableView; readonly numbers: Values; readonly first: boolean },
): void {
  const due = throws.filter(({ when }) =>
    typeof when === 'object' ? truth(turn, when, view) : when === 'each' || first,
  );
  for (const { what, name } of due) {
    const catcher = turn.nodeOf(body).catches.find(({ role, trigger }) => {
      if (role !== 'boundary' || trigger.on !== what) return false;
      const wanted = trigger.on === 'signal' ? trigger.name : trigger.code;
      const value = wanted && turn.tryEvaluate(wanted, body.key);
      return ((value?.ok && stringIn(value.value)) || '') === name;
    });
    if (catcher) occur(turn, body, catcher, numbers);
  }
}
