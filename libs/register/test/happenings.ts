import type { Case } from '@iter/engine-core/test';
import type { Dice } from './dice.ts';

/** How often at most things happen to one case from outside, so that what does not end it can end. */
const MOST_HAPPENINGS = 12;

/** What comes from outside to a case: messages, signals, changed circumstances. */
export interface Happenings {
  /** Lets one thing happen that the case waits for; false where it waits for none. */
  happen(one: Case): boolean;
}

export function createHappenings(dice: Dice): Happenings {
  const counts = new Map<Case, number>();
  const happen = (one: Case): boolean => {
    const count = counts.get(one) ?? 0;
    if (count >= MOST_HAPPENINGS) return false;
    const chosen = dice.pick(possible(one, dice));
    if (chosen === undefined) return false;
    counts.set(one, count + 1);
    chosen();
    return true;
  };
  return { happen };
}

function possible(one: Case, dice: Dice): (() => void)[] {
  const messages = one.waits('message').map(
    ({ key }) =>
      () =>
        void one.do({ type: 'deliver-message', key, messageKey: '1', variables: {} }),
  );
  // To this case only: a broadcast would also start others.
  const signals = one.waits('signal').map(
    ({ name }) =>
      () =>
        void one.do({ type: 'deliver-signal', name, variables: {} }),
  );
  const changes = one
    .waits('condition')
    .flatMap(({ elementId }) => changesFor(one, elementId))
    .map(
      ({ names, values }) =>
        () =>
          void one.set(Object.fromEntries(names.map((name) => [name, dice.pick(values)]))),
    );
  return [...messages, ...signals, ...changes];
}

/** Values for the variables of a condition that may make it true: those it compares with, and yes. */
function changesFor(one: Case, elementId: string): { names: readonly string[]; values: unknown[] }[] {
  const specs = [...one.graph.nodes.values()].flatMap(({ catches }) => catches);
  return specs.flatMap(({ node, trigger }) => {
    if (node.elementId !== elementId || trigger.on !== 'condition' || 'fixed' in trigger.test) return [];
    const { source, dependsOn } = trigger.test;
    const texts = [...source.matchAll(/"([^"]*)"/g)].map(([, text]) => text);
    const numbers = [...source.matchAll(/\d+(?:\.\d+)?/g)].flatMap(([digits]) => [
      Number(digits) - 1,
      Number(digits),
      Number(digits) + 1,
    ]);
    return [{ names: dependsOn, values: [true, ...texts, ...numbers] }];
  });
}
