import { describe, expect, it } from '@jest/globals';
import { topicsOf } from './api.tsx';

describe('what a live message touches', () => {
  it.each([
    ['task:4503599627370496', ['tasks']],
    ['case:4503599627370496', ['cases', 'register']],
    ['draft:ptpc', ['drafts', 'register']],
    ['notifications', ['notifications']],
  ])('%s', (topic, touched) => {
    expect(topicsOf(topic)).toEqual(touched);
  });

  it('is everything that depends on the hour when the clock is moved', () => {
    expect(topicsOf('clock')).toEqual(expect.arrayContaining(['session', 'tasks', 'cases', 'register']));
  });

  it('is everything after a gap and for words of a newer server', () => {
    expect(topicsOf('all')).toEqual(topicsOf('something-new'));
    expect(topicsOf('all')).toEqual(expect.arrayContaining(['tasks', 'cases', 'drafts', 'publications']));
  });
});
