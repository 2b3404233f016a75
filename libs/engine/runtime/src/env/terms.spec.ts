import { describe, expect, it } from '@jest/globals';
import { calendarSettingsSchema, createWorkingCalendar } from '@iter/calendar';
import type { AnswerRequest } from '@iter/engine-core';
import { answerTerms } from './terms.ts';

const calendar = createWorkingCalendar(calendarSettingsSchema.parse({}));
const request = (...terms: string[]): AnswerRequest => ({
  type: 'iter:terms',
  purpose: { of: 'execution-listener', on: 'start', index: 0 },
  elementId: 'p',
  headers: {},
  properties: terms.map((value) => ({ name: 'iter:term', value })),
  variables: { get: () => undefined, all: () => ({}) },
});
const plan =
  '{"id":"pubblicazione","kind":"fixed-date","date":"01-31","basis":"L. 190/2012","reminder":"P15D"}';
const sixty = '{"id":"conclusione","kind":"duration","amount":60,"basis":"L. 241/1990"}';

describe('the listener iter:terms', () => {
  it('sets the end and the reminder of the main term', () => {
    const answer = answerTerms(request(plan), Date.parse('2027-01-10T09:00:00+01:00'), calendar);
    expect(answer).toEqual({
      ok: true,
      value: {
        termine: '"2027-01-31T23:59:59+01:00"',
        promemoria: '"2027-01-16T08:00:00+01:00"',
      },
    });
  });

  it('sets each of several terms by its id, the first being the main one', () => {
    const answer = answerTerms(request(plan, sixty), Date.parse('2027-01-15T09:00:00+01:00'), calendar);
    if (!answer.ok) throw new Error(answer.failure.message);
    expect(answer.value['termine']).toBe('"2027-01-31T23:59:59+01:00"');
    expect(Object.keys(JSON.parse(answer.value['termini'] ?? '') as object)).toEqual([
      'pubblicazione',
      'conclusione',
    ]);
  });

  it('sets nothing for a process without terms', () => {
    expect(answerTerms(request(), 0, calendar)).toEqual({ ok: true, value: {} });
  });

  it('fails with what is wrong in a term', () => {
    const answer = answerTerms(request('{"id":"x"}'), 0, calendar);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'EXTRACT_VALUE_ERROR' } });
  });
});
