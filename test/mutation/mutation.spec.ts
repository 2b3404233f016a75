import { expect, it } from '@jest/globals';
import { faults } from './faults.ts';
import { placesOf } from './places.ts';

it('has thirty faults to plant; the nightly command plants them', () => {
  expect(faults).toHaveLength(30);
});

it.each(faults)('finds the one place where $why', (fault) => {
  expect(placesOf(fault)).toEqual([expect.objectContaining({ to: fault.replace })]);
});
