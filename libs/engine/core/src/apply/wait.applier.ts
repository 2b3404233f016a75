import type { JobChanges } from '../events/engine-event.ts';
import { indexWait } from '../state/indexes.ts';
import type { JobWait, UserTaskChanges, UserTaskWait } from '../state/wait.ts';
import { elementOf, waitOf, type Appliers } from './change.ts';

export const waitAppliers = {
  'wait-opened'(change, { wait }) {
    const { state, touched } = change;
    elementOf(change, wait.owner);
    if (state.waits.has(wait.key)) throw new Error(`Expected key ${wait.key} to be new, but a wait has it`);
    state.waits.set(wait.key, wait);
    indexWait(state, wait);
    touched.waits.add(wait.key);
  },
  'wait-closed'(change, { key }) {
    const wait = waitOf(change, key);
    change.state.waits.delete(key);
    indexWait(change.state, wait, false);
  },
  'wait-migrated'(change, { key, elementId }) {
    change.state.waits.set(key, { ...waitOf(change, key), elementId });
  },
  'timer-repeated'(change, { key, dueAt, repeatsLeft }) {
    change.state.waits.set(key, { ...waitOf(change, key, 'timer'), dueAt, repeatsLeft });
  },
  'job-updated'(change, { key, changes }) {
    change.state.waits.set(key, withChanges(waitOf(change, key, 'job'), changes));
  },
  'user-task-updated'(change, { key, changes }) {
    change.state.waits.set(key, withChanges(waitOf(change, key, 'user-task'), changes));
  },
  'user-task-transition-set'(change, { key, transition }) {
    const { transition: _former, ...task } = waitOf(change, key, 'user-task');
    change.state.waits.set(key, transition ? { ...task, transition } : task);
  },
} satisfies Partial<Appliers>;

/** `null` clears a field, an absent one stays. */
function withChanges<T extends JobWait | UserTaskWait>(wait: T, changes: JobChanges | UserTaskChanges): T {
  const changed = Object.entries({ ...wait, ...changes }).filter(([, value]) => (value ?? null) !== null);
  return Object.fromEntries(changed) as unknown as T;
}
