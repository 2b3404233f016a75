import {
  calendarSettingsSchema,
  createWorkingCalendar,
  evaluateTerms,
  readTermRecords,
} from '@iter/calendar';
import {
  type AnswerRequest,
  type JsonText,
  type ProcessGraph,
  type Result,
  type Values,
} from '@iter/engine-core';
import { type Case, type Plain, World } from '@iter/engine-core/test';
import { compileExpression, type FeelValue, fromJson, toJson } from '@iter/feel';
import type { FormComponent, FormFile } from './diagrams.ts';

const DAY = 86_400_000;
const MOST_RUNS = 300;
const MOST_STEPS = 400;
const calendar = createWorkingCalendar(calendarSettingsSchema.parse({}));

export interface Coverage {
  /** Ids of nodes and flows nothing ever went through. */
  readonly missed: readonly string[];
  readonly runs: number;
}

export interface Player {
  readonly world: World;
  /** Plays a process again and again, each time another way, until all of it was executed. */
  cover(processId: string): Coverage;
}

/** Chance, the same in every run of the test. */
interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number;
}

function createDice(seed: number): Dice {
  let state = seed;
  return {
    roll(sides) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    },
  };
}

export async function createPlayer(
  files: readonly string[],
  forms: ReadonlyMap<string, FormFile>,
): Promise<Player> {
  const clock = { now: (): number => 0 };
  const world = await World.of(files, { answer: (request) => answerTerms(request, clock.now()) });
  clock.now = () => world.now;
  const dice = createDice(20270131);
  const cover = (processId: string): Coverage => {
    const graph = world.graphs.get(processId);
    if (graph === undefined) throw new Error(`Expected a process '${processId}', but there is none`);
    const wanted = new Set<string>([...graph.nodes.keys(), ...graph.flows.keys()]);
    wanted.delete(graph.root.id);
    let runs = 0;
    for (; wanted.size > 0 && runs < MOST_RUNS; runs += 1) {
      world.cases.length = 0;
      begin(world, graph, forms, dice, runs);
      // Every third time the case lies until its terms have passed, so that their watches are played too.
      if (runs % 3 === 2) world.pass(400 * DAY);
      play(world, forms, dice);
      for (const played of world.cases) forget(played, processId, wanted);
    }
    return { missed: [...wanted], runs };
  };
  return { world, cover };
}

/** By hand with the form of the start, or as one of the process's other starts, in turn. */
function begin(
  world: World,
  graph: ProcessGraph,
  forms: ReadonlyMap<string, FormFile>,
  dice: Dice,
  run: number,
): void {
  const { processId } = graph;
  const form = forms.get(`${processId}-avvio`);
  const filled = form === undefined ? {} : answer(form, {}, world.now, dice);
  const start = graph.starts[(run % (graph.starts.length + 1)) - 1];
  if (start === undefined) {
    world.start({ ufficio: 'economato', pratica: 'ECO/2027/1', ...filled }, { processId });
  } else {
    const variables = start.trigger.on === 'message' ? filled : {};
    world.start(variables, { processId, startEventId: start.node.elementId, triggered: true });
  }
}

/** Does all work of the cases until none is left. */
function play(world: World, forms: ReadonlyMap<string, FormFile>, dice: Dice): void {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const open = world.cases.filter(({ status }) => status === 'active');
    if (open.length === 0) return;
    const broken = open.flatMap((one) => one.incidents());
    if (broken.length > 0) throw new Error(`Expected no incident, but found ${broken.join(', ')}`);
    if (!open.some((one) => workOn(one, forms, dice))) world.pass(10 * DAY);
  }
  const stuck = world.cases.flatMap((one) => (one.status === 'active' ? one.open() : []));
  throw new Error(`Expected the case to end, but it waits at ${stuck.join(', ')}`);
}

function workOn(one: Case, forms: ReadonlyMap<string, FormFile>, dice: Dice): boolean {
  const [task] = one.waits('user-task');
  if (task !== undefined) {
    if (task.candidateGroups.length === 0 || task.candidateGroups.some((group) => !/^[a-z]/.test(group))) {
      throw new Error(
        `Expected candidate groups at '${task.elementId}', but found ${task.candidateGroups.join()}`,
      );
    }
    const form = task.form !== undefined && 'formId' in task.form ? forms.get(task.form.formId) : undefined;
    if (form === undefined) throw new Error(`Expected the form of '${task.elementId}' among the files`);
    one.complete(task.elementId, answer(form, one.variables(), one.world.now, dice));
    return true;
  }
  const [job] = one.waits('job');
  if (job === undefined) return false;
  one.complete(job.elementId);
  return true;
}

/** Fills a form: what is shown and may be changed, choices by chance. */
function answer(form: FormFile, known: Plain, now: number, dice: Dice): Plain {
  const values: Record<string, unknown> = {};
  for (const component of form.components) {
    if (component.key === undefined || component.readonly === true) continue;
    if (isHidden(component, { ...known, ...values })) continue;
    values[component.key] = valueOf(component, now, dice);
  }
  return values;
}

function valueOf(component: FormComponent, now: number, dice: Dice): unknown {
  switch (component.type) {
    case 'radio':
    case 'select': {
      const options = component.values?.map(({ value }) => value) ?? [];
      // The first is the favorable one: it leads on, the others mostly back or out.
      return options[dice.roll(2) === 0 ? 0 : dice.roll(options.length)];
    }
    case 'number':
      return component.validate?.min ?? 1;
    case 'checkbox':
      return true;
    case 'datetime':
      return new Date(now + 5 * DAY).toISOString().slice(0, 10);
    default:
      return component.validate?.validationType === 'custom' ? 'https://example.org/atto' : 'testo';
  }
}

function isHidden(component: FormComponent, values: Plain): boolean {
  const hide = component.conditional?.hide;
  if (hide === undefined) return false;
  const compiled = compileExpression(hide.replace(/^=/, ''));
  if (!compiled.ok) throw new Error(`Expected FEEL, but found ${hide}`);
  const view = {
    get: (name: string): FeelValue | undefined =>
      values[name] === undefined ? undefined : fromJson(JSON.stringify(values[name])),
  };
  const result = compiled.expression.evaluate(view, { now: 0 });
  return result.ok && toJson(result.value) === 'true';
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
  const terms = evaluateTerms(reading.records, now, calendar);
  const values = Object.entries(terms ?? {}).map(([name, value]) => [
    name,
    JSON.stringify(value) as JsonText,
  ]);
  return { ok: true, value: Object.fromEntries(values) as Values };
}
