import type { Case, World } from './world.ts';

/** What can be answered now: `work` first, then events, those that only start something beside at the end. */
function answersOf(world: World, one: Case): Record<'work' | 'events' | 'beside', (() => void)[]> {
  const answers: ReturnType<typeof answersOf> = { work: [], events: [], beside: [] };
  const signals = new Map<string, boolean>();
  for (const played of [
    one,
    ...world.cases.filter(({ state }) => state.parent?.root === one.state.numbers[0]),
  ])
    for (const wait of played.state.waits.values()) {
      const kind = played.graph.nodes.get(wait.elementId)?.kind;
      const beside = kind === 'start-event' || kind === 'boundary-event';
      const { key } = wait;
      if (wait.kind === 'signal') signals.set(wait.name, beside || (signals.get(wait.name) ?? false));
      else if (wait.kind === 'message')
        answers[beside ? 'beside' : 'events'].push(
          () => void played.do({ type: 'deliver-message', key, messageKey: '1', variables: {} }),
        );
      else if (wait.kind === 'job' || wait.kind === 'user-task') {
        const type = wait.kind === 'job' ? 'complete-job' : 'complete-user-task';
        answers.work.push(() => void played.do({ type, key, variables: {} }));
      }
    }
  for (const [name, beside] of signals)
    answers[beside ? 'beside' : 'events'].push(() => void world.signal(name));
  if (world.cases.some((played) => played.waits('timer').length > 0))
    answers.events.push(() => void world.pass(3_600_000));
  return answers;
}

/**
 * Answers what waits, in the order that `random` chooses, until the instance has ended or `most` answers were
 * given; towards the end work before events and those before what starts something beside, so that repeated events
 * do not go on for ever.
 */
export function drive(world: World, one: Case, random: () => number, most = 400): number {
  let given = 0;
  for (; given < most && one.status === 'active'; given++) {
    const { work, events, beside } = answersOf(world, one);
    const urgent = [work, events, beside].find((answers) => answers.length > 0) ?? [];
    const choices = given > 60 ? urgent : [...work, ...events, ...beside];
    if (choices.length === 0) break;
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
