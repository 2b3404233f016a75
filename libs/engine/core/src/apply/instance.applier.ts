import type { InstanceState, InstanceStatus } from '../state/instance-state.ts';
import type { Appliers } from './change.ts';

export const instanceAppliers = {
  'instance-started'({ state }, { businessId, parent }) {
    move(state, ['new'], 'active');
    state.businessId = businessId;
    state.parent = parent;
  },
  'business-id-given'({ state }, { businessId }) {
    state.businessId = businessId;
  },
  'number-drawn'({ state }, { number }) {
    state.numbers.push(number);
  },
  'steps-parked'({ state }, { steps, spent }) {
    state.parked = steps;
    state.stepsSpent = spent;
  },
  'instance-suspended'({ state }) {
    move(state, ['active'], 'suspended');
  },
  'instance-resumed'({ state }) {
    move(state, ['suspended'], 'active');
  },
  'instance-migrated'({ state }, { definitionKey }) {
    state.definitionKey = definitionKey;
  },
  'instance-ended'({ state }, { status }) {
    if (state.elements.size > 0 || state.waits.size > 0 || state.incidents.size > 0)
      throw new Error(`Expected instance ${state.numbers[0]} to be empty at its end, but it is not`);
    move(state, ['active'], status);
    state.compensations.clear();
  },
  // What follows is told to history; the state does not change by it.
  'instance-modified': nothing,
  'error-thrown': nothing,
  'escalation-thrown': nothing,
  'signal-thrown': nothing,
  'message-thrown': nothing,
  'decision-evaluated': nothing,
} satisfies Partial<Appliers>;

function nothing(): void {}

function move(state: InstanceState, from: readonly InstanceStatus[], to: InstanceStatus): void {
  if (!from.includes(state.status))
    throw new Error(`Expected instance ${state.numbers[0]} to be ${from.join()}, but it is ${state.status}`);
  state.status = to;
}
