import type { Case, World } from './world.ts';

/** What can be answered now. */
function answersOf(world: World, one: Case): (() => void)[] {
  const work = [...one.waits('user-task'), ...one.waits('job')].map(({ key, kind }) => () => {
    one.do({ type: kind === 'job' ? 'complete-job' : 'complete-user-task', key, variables: {} });
  });
  const answers: (() => void)[] = [...work];
  for (const { key } of one.waits('message'))
    answers.push(() => void one.do({ type: 'deliver-message', key, messageKey: '1', variables: {} }));
  for (const name of new Set(one.waits('signal').map((wait) => wait.name)))
    answers.push(() => void world.signal(name));
  if (one.waits('timer').length > 0) answers.push(() => void world.pass(3_600_000));
  return answers;
}

/**
 * Answers what waits, in the order that `random` chooses, until the instance has ended or `most` answers were
 * given; work before events towards the end, so that repeated events do not go on for ever.
 */
export function drive(world: World, one: Case, random: () => number, most = 400): number {
  let given = 0;
  for (; given < most && one.status === 'active'; given++) {
    const answers = answersOf(world, one);
    if (answers.length === 0) break;
    const work = one.waits('user-task').length + one.waits('job').length;
    const choices = given > 60 && work > 0 ? answers.slice(0, work) : answers;
    choices[Math.floor(random() * choices.length)]?.();
  }
  return given;
}

/** Keys that are open by the events alone: activated and not ended. */
export function openByHistory(one: Case): number[] {
  const open = new Set<number>();
  for (const event of one.events) {
    if (event.type === 'element-activating') open.add(event.key);
    if (event.type === 'element-completed' || event.type === 'element-terminated') open.delete(event.key);
  }
  return [...open].sort((a, b) => a - b);
}
