import type { Sources } from '../build/sources.ts';
import { allSteps, boundariesOf } from '../notation/check-flow.ts';
import type { Block, Step } from '../notation/flow.ts';
import { checkExpressions, checkTables } from './check-expressions.ts';
import { checkSources } from './check-sources.ts';
import type { Sheet } from './sheet.schema.ts';

export interface CrossProblem {
  readonly path: readonly (string | number)[];
  /** Line of the flow text, where the problem lies in it. */
  readonly flowLine?: number;
  readonly reason: string;
}

const LONGEST_NAME_WORDS = 6;

/** What neither the schema nor the notation can say alone: that the parts of a sheet fit each other. */
export function checkSheet(sheet: Sheet, flow: Block, sources?: Sources): CrossProblem[] {
  const steps = [...allSteps(flow)];
  const unknown = sources === undefined ? [] : checkSources(sheet, steps, sources);
  return [
    ...steps.flatMap((step) => checkStep(sheet, step)),
    ...unknownSettings(sheet, steps),
    ...unusedRoles(sheet, steps),
    ...unknownForms(sheet),
    ...checkTerms(sheet),
    ...checkDecisions(sheet, steps),
    ...repeatedIds(sheet, steps),
    ...checkExpressions(sheet, steps),
    ...unknown,
    // A table tells its origin: one that cannot be told is reported already.
    ...(sources === undefined || unknown.length > 0 ? [] : checkTables(sheet, sources)),
  ];
}

function checkStep(sheet: Sheet, step: Step): CrossProblem[] {
  if (step.kind === 'goto') return [];
  const problems: CrossProblem[] = [];
  const report = (reason: string): void => {
    problems.push({ path: ['flow'], flowLine: step.line, reason });
  };
  if (step.lane !== undefined && !(step.lane in sheet.roles)) {
    report(`Expected a key of "roles", but found '${step.lane}'`);
  }
  if (step.kind === 'task' && step.name.split(/\s+/).length > LONGEST_NAME_WORDS) {
    report(`Expected a name of at most ${LONGEST_NAME_WORDS} words, but found "${step.name}"`);
  }
  if (step.kind === 'task' && step.task.type === 'rule' && !(step.task.decision in sheet.decisions)) {
    report(`Expected a key of "decisions", but found '${step.task.decision}'`);
  }
  if (step.kind === 'task' && step.task.type === 'script') {
    const outputs = Object.keys(sheet.steps[step.id]?.outputs ?? {});
    if (outputs.length !== 1)
      report(
        `Expected one variable under "outputs" of the calculation #${step.id}, but found ${outputs.length}`,
      );
  }
  if (step.origin === undefined && step.kind !== 'parallel') {
    report(`Expected "@lines" or "~convention" on #${step.id}`);
  }
  if (step.kind === 'task' && step.task.type === 'user' && sheet.steps[step.id]?.form === undefined) {
    report(`Expected a form for #${step.id} under "steps"`);
  }
  for (const boundary of boundariesOf(step)) {
    if (boundary.origin === undefined) {
      problems.push({
        path: ['flow'],
        flowLine: boundary.line,
        reason: `Expected "@lines" or "~convention" on #${boundary.id}`,
      });
    }
  }
  return problems;
}

function unknownSettings(sheet: Sheet, steps: readonly Step[]): CrossProblem[] {
  const inFlow = steps.flatMap((step) =>
    step.kind === 'goto' ? [] : [step.id, ...boundariesOf(step).map((boundary) => boundary.id)],
  );
  const ids = new Set([...inFlow, ...sheet.starts.map(({ id }) => id)]);
  return Object.entries(sheet.steps).flatMap(([id, settings]): CrossProblem[] => [
    ...(ids.has(id)
      ? []
      : [{ path: ['steps', id], reason: `Expected the id of a step of the flow, but found '${id}'` }]),
    ...[...settings.sends, ...settings.receives]
      .filter((party) => !(party in sheet.outside))
      .map((party) => ({ path: ['steps', id], reason: `Expected a key of "outside", but found '${party}'` })),
    ...(settings.due !== undefined &&
    settings.due !== 'none' &&
    'before' in settings.due &&
    sheet.terms.length === 0
      ? [{ path: ['steps', id, 'due'], reason: 'Expected a term to count back from, but the sheet has none' }]
      : []),
  ]);
}

function unusedRoles(sheet: Sheet, steps: readonly Step[]): CrossProblem[] {
  const used = new Set(steps.flatMap((step) => (step.kind === 'goto' ? [] : [step.lane])));
  return Object.keys(sheet.roles)
    .filter((role) => !used.has(role))
    .map((role) => ({ path: ['roles', role], reason: `Expected a step of '${role}', but it has none` }));
}

function unknownForms(sheet: Sheet): CrossProblem[] {
  const uses = [
    ...Object.entries(sheet.steps).map(([id, { form }]) => ({ path: ['steps', id, 'form'], form })),
    { path: ['start', 'form'], form: sheet.start.form },
  ];
  const used = new Set(uses.map(({ form }) => form));
  return [
    ...uses.flatMap(({ path, form }) =>
      form === undefined || form in sheet.forms
        ? []
        : [{ path, reason: `Expected a key of "forms", but found '${form}'` }],
    ),
    ...Object.keys(sheet.forms)
      .filter((form) => !used.has(form))
      .map((form) => ({ path: ['forms', form], reason: `Expected a step that uses the form '${form}'` })),
  ];
}

/** Starts have ids of their own: two elements of one id could not be told apart in the diagram. */
function repeatedIds(sheet: Sheet, steps: readonly Step[]): CrossProblem[] {
  const ids = new Set(['avvio', ...sheet.starts.map(({ id }) => id)]);
  return steps.flatMap((step) =>
    [...(step.kind === 'goto' ? [] : [step]), ...boundariesOf(step)]
      .filter(({ id }) => ids.has(id))
      .map(({ id, line }) => ({
        path: ['flow'],
        flowLine: line,
        reason: `Expected another id than #${id}, which a start has`,
      })),
  );
}

function checkTerms(sheet: Sheet): CrossProblem[] {
  return sheet.terms.flatMap((term, index): CrossProblem[] => [
    ...((term.lines === undefined) === (term.convention === undefined)
      ? [{ path: ['terms', index], reason: 'Expected either "lines" or "convention"' }]
      : []),
    ...term.remind
      .filter((role) => !(role in sheet.roles))
      .map((role) => ({ path: ['terms', index], reason: `Expected a key of "roles", but found '${role}'` })),
  ]);
}

function checkDecisions(sheet: Sheet, steps: readonly Step[]): CrossProblem[] {
  const asked = new Set(
    steps.flatMap((step) => (step.kind === 'task' && step.task.type === 'rule' ? [step.task.decision] : [])),
  );
  return Object.keys(sheet.decisions)
    .filter((key) => !asked.has(key))
    .map((key) => ({
      path: ['decisions', key],
      reason: `Expected a step "(regola ${key})", but there is none`,
    }));
}
