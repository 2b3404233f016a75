import { describe, expect, it } from '@jest/globals';
import { countsOf, decorate, type ElementCounts } from './live-counts.ts';

const texts = {
  active: (count: number) => `${count} in corso`,
  late: (count: number) => `${count} in ritardo`,
  incidents: (count: number) => `${count} con problemi`,
};
const counts = (of: Partial<ElementCounts>): ElementCounts => ({
  elementId: 'T',
  active: 0,
  late: 0,
  incidents: 0,
  completed: 0,
  canceled: 0,
  ...of,
});

describe('counts on the diagram', () => {
  it('add the late tasks to what the statistics say of their element', () => {
    const found = countsOf(
      [{ elementId: 'T', active: 3, canceled: 0, incidents: 0, completed: 2 }],
      [{ elementId: 'T' }, { elementId: 'T' }, { elementId: 'U' }],
    );
    expect(found.get('T')).toEqual(counts({ active: 3, late: 2, completed: 2 }));
    expect(found.get('U')).toEqual(counts({ elementId: 'U', late: 1 }));
  });

  it('mark what is gravest and say everything in words', () => {
    const { marks, overlays } = decorate([counts({ active: 4, late: 1, incidents: 1 })], texts);
    expect(marks).toEqual({ T: ['incident'] });
    expect(overlays.map(({ text, at }) => [text, at])).toEqual([
      ['3 in corso', 'top'],
      ['1 in ritardo', 'bottom'],
      ['1 con problemi', 'bottom-right'],
    ]);
  });

  it('say nothing of elements where nobody stands now', () => {
    expect(decorate([counts({ completed: 9, canceled: 1 })], texts)).toEqual({ marks: {}, overlays: [] });
  });

  it('tell an element that is only stopped once', () => {
    const { overlays } = decorate([counts({ active: 1, incidents: 1 })], texts);
    expect(overlays.map(({ text }) => text)).toEqual(['1 con problemi']);
  });
});
