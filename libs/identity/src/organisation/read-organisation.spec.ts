import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeProblems, readOrganisation } from './read-organisation.ts';

const seed = readFileSync(path.join(import.meta.dirname, '../../../../seeds/organisation.yaml'), 'utf8');

function problemsOf(yaml: string): readonly { line: number; path: string; reason: string }[] {
  const read = readOrganisation(yaml);
  return read.ok ? [] : read.problems;
}

describe('organisation seed', () => {
  it('accepts the seed of the repository', () => {
    expect(problemsOf(seed)).toEqual([]);
  });

  it('names line and reason of a reference to nothing', () => {
    const broken = seed.replace('headRole: rpct', 'headRole: nobody');
    const line = broken.split('\n').findIndex((text) => text.includes('headRole: nobody')) + 1;
    expect(problemsOf(broken)).toEqual([
      expect.objectContaining({
        line,
        path: 'offices[2].headRole',
        reason: expect.stringContaining("'nobody'"),
      }),
    ]);
  });

  it('names the place of a wrong value and of a missing one', () => {
    const yaml = [
      'body: { name: { it: Ente, en: Body } }',
      'areas: [{ id: Area1, name: { it: A, en: A } }]',
      'offices: [{ id: o, name: { it: O, en: O }, area: Area1 }]',
      'roles:',
      '  - id: clerk',
      '    level: 3',
      'people: []',
    ].join('\n');
    const problems = problemsOf(yaml);
    expect(problems).toContainEqual(expect.objectContaining({ line: 2, path: 'areas[0].id' }));
    expect(problems).toContainEqual(expect.objectContaining({ line: 5, path: 'roles[0].label' }));
  });

  it('names the line of text that is not YAML', () => {
    const problems = problemsOf('body:\n  name: { it: "x\n');
    expect(problems[0]?.line).toBeGreaterThan(1);
    const all = problemsOf('a: 1\na: 2\n');
    expect(all[0]).toMatchObject({ line: 2 });
  });

  it('refuses a superior that stands below', () => {
    const broken = seed.replace(/(id: presidente\n.*\n\s+level: )0/, '$19');
    expect(broken).not.toBe(seed);
    expect(problemsOf(broken).map(({ path }) => path)).toContain('roles[1].superior');
  });

  it('is told as one line for each problem', () => {
    const read = readOrganisation('body: 1');
    if (read.ok) throw new Error('Expected problems');
    expect(describeProblems('seeds/organisation.yaml', read.problems).split('\n')[0]).toMatch(
      /^seeds\/organisation\.yaml:1:\d+ body: /,
    );
  });
});
