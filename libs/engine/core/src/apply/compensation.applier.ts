import type { Appliers } from './change.ts';

export const compensationAppliers = {
  'compensation-registered'({ state, touched }, { record }) {
    if (!state.elements.has(record.scopeKey))
      throw new Error(
        `Expected scope ${record.scopeKey} of a compensation record to be there, but it is not`,
      );
    state.compensations.set(record.key, record);
    touched.compensations.add(record.key);
  },
  'compensation-started'({ state, touched }, { key }) {
    if (!state.compensations.delete(key))
      throw new Error(`Expected compensation record ${key} to be unused, but it is gone`);
    touched.compensations.add(key);
  },
  'compensations-dropped'({ state, touched }, { keys }) {
    for (const key of keys) {
      state.compensations.delete(key);
      touched.compensations.add(key);
    }
  },
} satisfies Partial<Appliers>;
