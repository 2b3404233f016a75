import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createDraftSaver } from './draft-saver.ts';

const OTHER_REVISION = new Error('somebody else saved');

function saver(save: (revision: number) => Promise<number>, revision = 3) {
  return createDraftSaver({ revision, save, isConflict: (error) => error === OTHER_REVISION, pauseMs: 1000 });
}

describe('saving of the draft', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves once after the last change and builds on the revision it was given', async () => {
    const save = jest.fn(async (revision: number) => revision + 1);
    const draft = saver(save);
    draft.changed();
    await jest.advanceTimersByTimeAsync(900);
    draft.changed();
    await jest.advanceTimersByTimeAsync(900);
    expect(save).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([[3]]);
    expect([draft.state().kind, draft.revision()]).toEqual(['saved', 4]);
  });

  it('saves again when something changed while it saved', async () => {
    let answer: (revision: number) => void = () => undefined;
    const save = jest.fn((_revision: number) => new Promise<number>((resolve) => (answer = resolve)));
    const draft = saver(save);
    draft.changed();
    await jest.advanceTimersByTimeAsync(1000);
    draft.changed();
    expect(draft.state().kind).toBe('saving');
    answer(4);
    await jest.advanceTimersByTimeAsync(0);
    expect(draft.state().kind).toBe('dirty');
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([[3], [4]]);
  });

  it('stops at a conflict until the person decides', async () => {
    const save = jest
      .fn<(revision: number) => Promise<number>>()
      .mockRejectedValueOnce(OTHER_REVISION)
      .mockImplementation(async (revision) => revision + 1);
    const draft = saver(save);
    draft.changed();
    await jest.advanceTimersByTimeAsync(1000);
    expect(draft.state().kind).toBe('conflict');
    draft.changed();
    await jest.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
    draft.adopt(7, { keepMine: true });
    expect(await draft.flush()).toBe(true);
    expect(save.mock.calls.at(-1)).toEqual([7]);
    expect(draft.revision()).toBe(8);
  });

  it('tells what is left unsaved, and tries again when asked', async () => {
    const save = jest
      .fn<(revision: number) => Promise<number>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce(4);
    const draft = saver(save);
    const states: string[] = [];
    draft.listen(() => states.push(draft.state().kind));
    draft.changed();
    expect(await draft.flush()).toBe(false);
    expect(await draft.flush()).toBe(true);
    expect(states).toEqual(['dirty', 'saving', 'failed', 'saving', 'saved']);
  });

  it('has nothing to do when nothing changed', async () => {
    const save = jest.fn(async (revision: number) => revision + 1);
    const draft = saver(save);
    expect(await draft.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });
});
