import { describe, expect, it } from '@jest/globals';
import { readSheet } from './read-sheet.ts';

const sheet = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    head: 'code: A1.2.1.1\nprocess: A1-2-1-1\ntitle: Piano\ndocument: annex\nlines: 1-9\n',
    roles: 'roles:\n  capo: { role: rpct, label: RPCT, at: body, lines: 3 }\n',
    start: 'start: { name: Avvio }\n',
    flow: 'flow: |\n  capo: Approvare il piano #approvazione @4\n  fine: Piano approvato #fatto @5\n',
    steps: 'steps:\n  approvazione: { form: approvazione }\n',
    forms:
      'forms:\n  approvazione:\n    title: Approvazione\n    fields:\n      - { type: text, key: numero, label: Numero }\n',
    ...changes,
  })
    .map(([, text]) => text)
    .join('');
const problems = (text: string): string[] => {
  const reading = readSheet(text);
  return reading.ok ? [] : reading.problems.map(({ line, reason }) => `${line}: ${reason}`);
};

describe('a sheet', () => {
  it('is read with its flow', () => {
    const reading = readSheet(sheet());
    expect(reading.ok && [reading.sheet.lines, reading.flow.length]).toEqual([[[1, 9]], 2]);
  });

  it('names the line of what is no YAML', () => {
    expect(problems('code: A1.1.1.1\ntitle: "offen\n')).toEqual([expect.stringMatching(/^\d+: .*quote/i)]);
  });

  it('names the line and the reason of a wrong value', () => {
    expect(problems(sheet({ roles: 'roles:\n  capo: { role: RPCT, label: RPCT, lines: 3 }\n' }))).toEqual([
      '7: roles.capo.role: Expected lower-case letters, digits and hyphens',
    ]);
  });

  it('wants either lines or a convention', () => {
    expect(problems(sheet({ roles: 'roles:\n  capo: { role: rpct, label: RPCT }\n' }))).toEqual([
      '7: roles.capo: Expected either "lines" or "convention"',
    ]);
  });

  it('names the line of the file for a problem of the flow', () => {
    expect(problems(sheet({ flow: 'flow: |\n  capo: Approvare il piano #approvazione @4\n' }))).toEqual([
      '10: Expected the flow to finish with "fine: …", but it does not',
    ]);
  });

  it.each([
    [
      'a lane that is no role',
      {
        flow: 'flow: |\n  altro: Uno #approvazione @4\n  capo: Due #due @4\n  fine: Fatto @5\n',
        steps: 'steps: { approvazione: { form: approvazione }, due: { form: approvazione } }\n',
      },
      '10: Expected a key of "roles", but found \'altro\'',
    ],
    [
      'a step without a source',
      { flow: 'flow: |\n  capo: Uno #approvazione\n  fine: Fatto @5\n' },
      '10: Expected "@lines" or "~convention" on #approvazione',
    ],
    [
      'a name of seven words',
      { flow: 'flow: |\n  capo: Uno due tre quattro cinque sei sette #approvazione @4\n  fine: Fatto @5\n' },
      '10: Expected a name of at most 6 words, but found "Uno due tre quattro cinque sei sette"',
    ],
    ['work without a form', { steps: '', forms: '' }, '10: Expected a form for #approvazione under "steps"'],
    [
      'a form nobody uses',
      {
        steps: 'steps:\n  approvazione: { form: approvazione }\n',
        forms:
          'forms:\n  approvazione: &f\n    title: Approvazione\n    fields:\n      - { type: text, key: numero, label: Numero }\n  altra: *f\n',
      },
      "19: Expected a step that uses the form 'altra'",
    ],
    [
      'settings of an unknown step',
      { steps: 'steps:\n  approvazione: { form: approvazione }\n  altro: {}\n' },
      "14: Expected the id of a step of the flow, but found 'altro'",
    ],
    [
      'a due date counted from a term that is missing',
      { steps: 'steps:\n  approvazione: { form: approvazione, due: { before: P5D } }\n' },
      '13: Expected a term to count back from, but the sheet has none',
    ],
    [
      'a role without work',
      {
        roles:
          'roles:\n  capo: { role: rpct, label: RPCT, lines: 3 }\n  vice: { role: vice, label: Vice, lines: 3 }\n',
      },
      "8: Expected a step of 'vice', but it has none",
    ],
  ])('refuses %s', (_name, changes, expected) => {
    expect(problems(sheet(changes))).toEqual([expected]);
  });
});
