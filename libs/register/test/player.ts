import {
  calendarSettingsSchema,
  createWorkingCalendar,
  evaluateTerms,
  readTermRecords,
} from '@iter/calendar';
import { compileDefinitions, decide } from '@iter/dmn';
import type {
  AnswerRequest,
  Decided,
  JsonText,
  ProcessGraph,
  Result,
  Values,
  VariableView,
} from '@iter/engine-core';
import { type Case, World } from '@iter/engine-core/test';
import { fromJson, toJson } from '@iter/feel';
import { answer, type AnswerContext, answersIn, limitsIn } from './answers.ts';
import { createDice } from './dice.ts';
import { conditionsTowards } from './directions.ts';
import type { FormFile, RegisterFiles } from './diagrams.ts';
import { createHappenings, type Happenings } from './happenings.ts';

const DAY = 86_400_000;
const MOST_RUNS = 300;
const MOST_STEPS = 1000;
const calendar = createWorkingCalendar(calendarSettingsSchema.parse({}));

export interface Coverage {
  /** Ids of nodes and flows nothing ever went through. */
  readonly missed: readonly string[];
  readonly runs: number;
}

interface Stage extends AnswerContext {
  readonly world: World;
  readonly graph: ProcessGraph;
  readonly forms: ReadonlyMap<string, FormFile>;
  readonly happenings: Happenings;
}

/** Plays a process, with those it calls, again and again, each time another way, until all of it was executed. */
export async function coverProcess(processId: string, files: RegisterFiles): Promise<Coverage> {
  const stage = await stageOf(processId, files);
  const { world, graph } = stage;
  const wanted = new Set<string>([...graph.nodes.keys(), ...graph.flows.keys()]);
  wanted.delete(graph.root.id);
  let runs = 0;
  for (; wanted.size > 0 && runs < MOST_RUNS; runs += 1) {
    world.cases.length = 0;
    const round = { ...stage, wanted: answersIn(conditionsTowards(graph, wanted)) };
    begin(round, runs);
    // Every third time the case lies until its terms have passed, so that their watches are played too.
    if (runs % 3 === 2) world.pass(400 * DAY);
    play(round);
    for (const played of world.cases) forget(played, processId, wanted);
  }
  return { missed: [...wanted], runs };
}

async function stageOf(processId: string, { processes, forms, decisions }: RegisterFiles): Promise<Stage> {
  const names = calledFrom(processId, processes);
  const xmls = names.flatMap((name) => processes.get(name) ?? []);
  const tables = new Map([...decisions].filter(([id]) => xmls.some((xml) => xml.includes(`"${id}"`))));
  const clock = { now: (): number => 0 };
  const world = await World.of(xmls, {
    answer: (request) => answerTerms(request, clock.now()),
    decide: decider(tables),
    once: true,
  });
  clock.now = () => world.now;
  const graph = world.graphs.get(processId);
  if (graph === undefined) throw new Error(`Expected a process '${processId}', but there is none`);
  const dice = createDice(20270131);
  const limits = [...xmls, ...tables.values()].flatMap(limitsIn);
  return {
    world,
    graph,
    forms,
    dice,
    limits,
    wanted: new Set(),
    now: world.now,
    happenings: createHappenings(dice),
  };
}

/** The process and all that it calls, directly or not. */
function calledFrom(processId: string, processes: ReadonlyMap<string, string>): string[] {
  const found = new Set([processId]);
  for (const name of found) {
    const xml = processes.get(name) ?? '';
    for (const [, called] of xml.matchAll(/<zeebe:calledElement[^>]*\sprocessId="([^"]+)"/g)) {
      if (called !== undefined && processes.has(called)) found.add(called);
    }
  }
  return [...found];
}

/** By hand with the form of the start, or as one of the process's other starts, in turn. */
function begin(stage: Stage, run: number): void {
  const { world, graph, forms } = stage;
  const { processId } = graph;
  const form = forms.get(`${processId}-avvio`);
  const filled = form === undefined ? {} : answer(form.components, {}, { ...stage, now: world.now });
  const start = graph.starts[(run % (graph.starts.length + 1)) - 1];
  if (start === undefined) {
    world.start({ ufficio: 'economato', pratica: 'ECO/2027/1', ...filled }, { processId });
  } else {
    world.start(start.trigger.on === 'timer' ? {} : filled, {
      processId,
      startEventId: start.node.elementId,
      triggered: true,
      // The case number is there before the start event, as in the product.
      own: textsOf({ pratica: 'ECO/2027/1' }),
    });
  }
}

/** Does all work of the cases until none is left. */
function play({ world, happenings, ...stage }: Stage): void {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const open = world.cases.filter(({ status }) => status === 'active');
    if (open.length === 0) return;
    const broken = open.flatMap(({ state }) =>
      [...state.incidents.values()].map(({ elementId, failure }) => `${elementId} ${failure.message}`),
    );
    if (broken.length > 0) throw new Error(`Expected no incident, but found ${broken.join(', ')}`);
    // Now and then something comes in while people work; all that can come has come before time passes.
    if (stage.dice.roll(20) === 0 && open.some((one) => one.waits('timer').length > 0)) world.pass(45 * DAY);
    if (stage.dice.roll(6) === 0 && open.some((one) => happenings.happen(one))) continue;
    if (open.some((one) => workOn(one, { ...stage, now: world.now }))) continue;
    if (stage.dice.roll(2) === 0 && open.some((one) => happenings.happen(one))) continue;
    world.pass(10 * DAY);
  }
  const stuck = world.cases.flatMap((one) => (one.status === 'active' ? one.open() : []));
  throw new Error(`Expected the case to end, but it waits at ${stuck.join(', ')}`);
}

function workOn(one: Case, stage: Omit<Stage, 'world' | 'happenings'>): boolean {
  const task = stage.dice.pick(one.waits('user-task'));
  if (task !== undefined) {
    if (task.candidateGroups.length === 0 || task.candidateGroups.some((group) => !/^[a-z]/.test(group))) {
      throw new Error(
        `Expected candidate groups at '${task.elementId}', but found ${task.candidateGroups.join()}`,
      );
    }
    const form =
      task.form !== undefined && 'formId' in task.form ? stage.forms.get(task.form.formId) : undefined;
    if (form === undefined) throw new Error(`Expected the form of '${task.elementId}' among the files`);
    const variables = answer(form.components, one.variables(), stage);
    one.do({ type: 'complete-user-task', key: task.key, variables: textsOf(variables) });
    return true;
  }
  const [job] = one.waits('job');
  if (job === undefined) return false;
  const code = errorOf(one, job.elementId);
  if (code !== undefined && stage.dice.roll(3) === 0) one.error(job.elementId, code);
  else one.do({ type: 'complete-job', key: job.key, variables: {} });
  return true;
}

/** The code of an error that somebody waits for at an element. */
function errorOf(one: Case, elementId: string): string | undefined {
  const node = [...one.graph.nodes.values()].find((candidate) => candidate.elementId === elementId);
  for (const { trigger } of node?.catches ?? []) {
    if (trigger.on === 'error' && trigger.code !== undefined && 'fixed' in trigger.code)
      return trigger.code.fixed;
  }
  return undefined;
}

/** Takes off the list what a case went through. */
function forget({ graph, events }: Case, processId: string, wanted: Set<string>): void {
  if (graph.processId !== processId) return;
  for (const event of events) {
    if (event.type === 'element-activating') wanted.delete(event.nodeId);
    if (event.type === 'flow-taken') wanted.delete(event.flowId);
  }
}

function answerTerms(request: AnswerRequest, now: number): Result<Values> | undefined {
  if (request.type !== 'iter:terms') return undefined;
  const reading = readTermRecords(
    request.properties.filter(({ name }) => name === 'iter:term').map(({ value }) => value),
  );
  if (!reading.ok) throw new Error(reading.problems.map(({ reason }) => reason).join('; '));
  return { ok: true, value: textsOf(evaluateTerms(reading.records, now, calendar) ?? {}) };
}

function textsOf(values: object): Values {
  const entries = Object.entries(values).map(([name, value]) => [name, JSON.stringify(value) as JsonText]);
  return Object.fromEntries(entries) as Values;
}

/** Decisions of the register's own tables. */
function decider(tables: ReadonlyMap<string, string>) {
  const compiled = new Map(
    [...tables].map(([id, xml]) => {
      const compilation = compileDefinitions(xml);
      if (!compilation.ok) throw new Error(compilation.problems.map(({ message }) => message).join('; '));
      return [id, compilation.definitions] as const;
    }),
  );
  return ({ decisionId }: { readonly decisionId: string }, variables: VariableView): Decided => {
    const definitions = compiled.get(decisionId);
    if (definitions === undefined) throw new Error(`Expected the decision '${decisionId}' among the files`);
    const view = {
      get: (name: string) => {
        const text = variables.get(name);
        return text === undefined ? undefined : fromJson(text);
      },
    };
    const result = decide(definitions, decisionId, view, { now: 0 });
    return result.ok
      ? { ok: true, value: toJson(result.value) as JsonText }
      : { ok: false, failure: { code: 'DECISION_EVALUATION_ERROR', message: result.failure.message } };
  };
}
