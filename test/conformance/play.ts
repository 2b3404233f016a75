import { values, World, type Case, type Plain, type WorldOptions } from '@iter/engine-core/test';
import { wordsOf } from './draw.ts';
import { stepsOf, told } from './told.ts';

/**
 * Plays the steps of a row on the core and tells what was seen after each (`told`), or `#CODE` for a rejected
 * command. Further instances follow after `|`.
 */
export async function play(file: string, script: string, options: WorldOptions = {}): Promise<string> {
  const world = await World.of(file, options);
  const lines: string[] = [];
  const seen = new Map<Case, number>();
  for (const line of stepsOf(script)) {
    const step = line.split(/ ->/)[0]?.trim() ?? '';
    const [verb = '', ...words] = wordsOf(step);
    const rejected = perform(world, verb, words);
    lines.push(`${step} -> ${rejected ?? world.cases.map((one) => news(one, seen)).join(' | ')}`.trim());
  }
  return lines.join('\n');
}

function news(one: Case, seen: Map<Case, number>): string {
  const from = seen.get(one) ?? 0;
  seen.set(one, one.events.length);
  return told(one, from);
}

/** The script as it is expected, in the form that `play` returns. */
export function expected(script: string): string {
  return stepsOf(script).join('\n');
}

type Verb = (world: World, words: readonly string[], one: Case) => void;

const verbs: Readonly<Record<string, Verb>> = {
  start: (world, [first = '', ...rest]) => {
    const named = first !== '' && !first.includes('=');
    world.start(variablesOf(named ? rest : [first, ...rest]), named ? { processId: first } : {});
  },
  at: (world, [ids = '', ...rest]) => void world.start(variablesOf(rest), { at: ids.split(',') }),
  from: (world, [id = '', ...rest]) => void world.start(variablesOf(rest), { startEventId: id }),
  complete: (_world, [id = '', ...rest], one) => {
    const open = [...one.state.waits.values()].some(({ elementId }) => elementId === id);
    if (open) return void one.complete(id, variablesOf(rest));
    // An answer that comes too late: to the last wait there was.
    const closed = one.events.flatMap((event) =>
      event.type === 'wait-opened' && event.wait.elementId === id ? [event.wait] : [],
    );
    one.do({
      type: closed.at(-1)?.kind === 'job' ? 'complete-job' : 'complete-user-task',
      key: closed.at(-1)?.key ?? -9,
      variables: {},
    });
  },
  /** The n-th of those that wait at an element, in order of their loop counter. */
  nth: (_world, [place = '1', id = '', ...rest], one) => {
    const owner = [...one.state.elements.values()].find(
      ({ nodeId, cause }) => nodeId.startsWith(`${id}#`) && cause?.loopCounter === Number(place),
    );
    const waits = [...one.state.waits.values()].filter(({ elementId }) => elementId === id);
    const inside = waits.find((wait) => wait.owner === owner?.key) ?? waits[Number(place) - 1];
    one.do({ type: 'complete-user-task', key: inside?.key ?? -9, variables: values(variablesOf(rest)) });
  },
  error: (_world, [id = '', code = '', ...rest], one) => void one.error(id, code, variablesOf(rest)),
  escalate: (_world, [id = '', code = ''], one) =>
    void one.do({
      type: 'escalate',
      key: [...one.state.waits.values()].find(({ elementId }) => elementId === id)?.key ?? -9,
      code,
      variables: {},
    }),
  fail: (_world, [id = '', retries = '0'], one) =>
    void one.do({
      type: 'fail-job',
      key: one.wait('job', id).key,
      message: 'failed',
      retries: Number(retries),
    }),
  message: (world, [name = '', key = '', ...rest]) => {
    const { ttl, ...variables } = variablesOf(rest);
    world.message(name, key === '-' ? '' : key, variables, ttl === undefined ? undefined : Number(ttl));
  },
  signal: (world, [name = '', ...rest]) => void world.signal(name, variablesOf(rest)),
  pass: (world, [duration = '']) => void world.pass(durationOf(duration)),
  set: (_world, words, one) => void one.set(variablesOf(words)),
  'set-in': (_world, [id = '', ...rest], one) => void one.set(variablesOf(rest), one.key(id), true),
  resolve: (_world, [id], one) => void one.resolve(id),
  cancel: (_world, _words, one) => void one.do({ type: 'cancel-instance' }),
  suspend: (_world, _words, one) => void one.do({ type: 'suspend-instance' }),
  resume: (_world, _words, one) => void one.do({ type: 'resume-instance' }),
  claim: (_world, [id = '', assignee = ''], one) =>
    void one.do({ type: 'claim-user-task', key: one.wait('user-task', id).key, assignee }),
  activate: (_world, [id = '', ...elements], one) =>
    void one.do({
      type: 'activate-ad-hoc',
      key: one.key(id),
      elements: elements.map((elementId) => ({ elementId, variables: {} })),
      cancelRemaining: false,
    }),
  choose: (_world, [id = '', ...elements], one) => {
    const named = elements.filter((element) => element !== '-');
    const activate = named.map((elementId) => ({ elementId, variables: {} }));
    const result = { of: 'ad-hoc', activate, completed: named.length === 0, cancelRemaining: false } as const;
    one.do({ type: 'complete-job', key: one.wait('job', id).key, variables: {}, result });
  },
  /** The last answer to a wait once more. */
  again: (_world, [id = ''], one) => {
    const wait = one.events
      .flatMap((event) => (event.type === 'wait-opened' && event.wait.elementId === id ? [event.wait] : []))
      .at(-1);
    if (wait?.kind === 'timer') one.do({ type: 'trigger-timer', key: wait.key, dueAt: wait.dueAt });
    else one.do({ type: 'deliver-message', key: wait?.key ?? -9, messageKey: '1', variables: {} });
  },
  modify: (_world, [id = ''], one) =>
    void one.do({ type: 'modify-instance', activate: [{ elementId: id }], terminate: [] }),
  kill: (_world, [id = ''], one) =>
    void one.do({ type: 'modify-instance', activate: [], terminate: [one.key(id)] }),
  /** Checks a variable of the process, now or at its end. */
  expect: (_world, words, one) => {
    for (const [name, value] of Object.entries(variablesOf(words)))
      if (JSON.stringify(one.last(name) ?? null) !== JSON.stringify(value))
        throw new Error(
          `Expected ${name} to be ${JSON.stringify(value)}, but it is ${JSON.stringify(one.last(name))}`,
        );
  },
};

/** Performs a step (`2:complete a` is for the second instance); what it was rejected with. */
function perform(world: World, step: string, words: readonly string[]): string | undefined {
  const [, number = '1', verb = step] = /^(\d+):(.*)$/.exec(step) ?? [];
  const run = verbs[verb];
  if (!run) throw new Error(`Expected a step, but '${step}' is none`);
  try {
    run(world, words, world.cases[Number(number) - 1] as Case);
    return undefined;
  } catch (error) {
    const code = /^(NOT_FOUND|INVALID_STATE|INVALID_ARGUMENT|ALREADY_EXISTS): /.exec(
      (error as Error).message,
    )?.[1];
    if (code === undefined) throw error;
    return `#${code}`;
  }
}

export function variablesOf(words: readonly string[]): Plain {
  const given = words.filter((word) => word.includes('='));
  return Object.fromEntries(
    given.map((word) => {
      const [name = '', value = ''] = word.split(/=(.*)/s);
      return [name, JSON.parse(value) as unknown];
    }),
  );
}

export function durationOf(text: string): number {
  const [, amount = '0', unit = 's'] = /^(\d+)([dhms])$/.exec(text) ?? [];
  return Number(amount) * { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 }[unit as 'd'];
}
