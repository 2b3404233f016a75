import { readFileSync } from 'node:fs';

/**
 * Jest reporter: how many of the rules have green rows, by chapter; without any row a rule counts as open. Then how
 * many green cases there are of each thing that engines most often get wrong (`things.txt`).
 */
export default class ConformanceReport {
  onRunComplete(_contexts, results) {
    const rules = readFileSync(new URL('rules.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ')[0]);
    const tests = results.testResults.flatMap(({ testResults }) => testResults);
    const states = new Map(rules.map((rule) => [rule, []]));
    for (const { title, status } of tests) for (const rule of rulesOf(title)) states.get(rule)?.push(status);
    const chapters = grouped(rules);
    let green = 0;
    for (const [chapter, ids] of chapters) {
      const done = ids.filter(
        (id) => states.get(id).length > 0 && states.get(id).every((status) => status === 'passed'),
      );
      green += done.length;
      const open = ids.filter((id) => !done.includes(id));
      console.log(
        `${chapter.padEnd(8)} ${done.length}/${ids.length}${open.length > 0 ? `  open: ${open.join(' ')}` : ''}`,
      );
    }
    console.log(`${'all'.padEnd(8)} ${green}/${rules.length}`);
    const cases = tests.filter(({ status }) => status === 'passed').map(({ title }) => rulesOf(title));
    for (const [thing, ids] of things()) {
      const count = cases.filter((named) => named.some((rule) => ids.includes(rule))).length;
      console.log(`${String(count).padStart(3)} cases of ${String(thing)}`);
    }
  }
}

const rulesOf = (title) => title.split(':')[0].split(' ');

const chapterOf = (rule) => rule.replace(/-\d+$/, '');

function grouped(rules) {
  const chapters = new Map();
  for (const rule of rules) chapters.set(chapterOf(rule), [...(chapters.get(chapterOf(rule)) ?? []), rule]);
  return chapters;
}

function things() {
  const lines = readFileSync(new URL('things.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => line.split(': '))
    .map(([thing, ids]) => [thing, ids.split(' ')]);
}
