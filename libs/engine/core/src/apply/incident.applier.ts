import { elementOf, type Appliers } from './change.ts';

export const incidentAppliers = {
  'incident-raised'(change, { incident }) {
    elementOf(change, incident.owner);
    change.state.incidents.set(incident.key, incident);
    change.touched.incidents.add(incident.key);
  },
  'incident-resolved'({ state, touched }, { key }) {
    if (!state.incidents.delete(key)) throw new Error(`Expected incident ${key} to be open, but it is not`);
    touched.incidents.add(key);
  },
} satisfies Partial<Appliers>;
