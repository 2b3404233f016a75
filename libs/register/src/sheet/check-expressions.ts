import { compileDefinitions } from '@iter/dmn';
import { compileExpression } from '@iter/feel';
import { decisionIdOf, dmnOfDecision } from '../build/decision.ts';
import type { Sources } from '../build/sources.ts';
import { boundariesOf } from '../notation/check-flow.ts';
import type { Step } from '../notation/flow.ts';
import type { CrossProblem } from './check-sheet.ts';
import type { Sheet } from './sheet.schema.ts';

/** FEEL that cannot be read, on the line where it stands. */
export function checkExpressions(sheet: Sheet, steps: readonly Step[]): CrossProblem[] {
  return [
    ...steps.flatMap((step) => expressionsOf(step).flatMap(([line, feel]) => faulty(feel, ['flow'], line))),
    ...Object.entries(sheet.steps).flatMap(([id, { inputs, outputs }]) =>
      Object.entries({ ...inputs, ...outputs }).flatMap(([name, feel]) => faulty(feel, ['steps', id, name])),
    ),
  ];
}

/** What the decision tables of a sheet get wrong, cells included. */
export function checkTables(sheet: Sheet, sources: Sources): CrossProblem[] {
  return Object.entries(sheet.decisions).flatMap(([key, decision]) => {
    const { problems } = compileDefinitions(dmnOfDecision(sheet, key, decision, sources));
    return problems.map(({ message, elementId }) => ({
      path: ['decisions', key],
      reason: `${elementId === null || elementId === decisionIdOf(sheet, key) ? '' : `${elementId}: `}${message}`,
    }));
  });
}

function expressionsOf(step: Step): (readonly [line: number, feel: string])[] {
  const timers = boundariesOf(step).map(({ line, trigger }) => [line, trigger] as const);
  const own =
    step.kind === 'wait' || step.kind === 'event' ? [[step.line, step.trigger] as const, ...timers] : timers;
  const triggers = own.flatMap(([line, trigger]) => {
    if (trigger.type === 'condition') return [[line, trigger.condition] as const];
    return trigger.type === 'timer' && trigger.value.startsWith('=') ? [[line, trigger.value] as const] : [];
  });
  const branches = 'branches' in step ? step.branches : [];
  const repeat = step.kind === 'task' || step.kind === 'subprocess' ? step.repeat : undefined;
  const repeated = [repeat?.list, repeat?.until, repeat?.collect?.value];
  return [
    ...triggers,
    ...branches.flatMap(({ line, condition }) =>
      condition === undefined ? [] : [[line, condition] as const],
    ),
    ...repeated.flatMap((feel) => (feel === undefined ? [] : [[step.line, feel] as const])),
  ];
}

function faulty(feel: string, path: readonly string[], flowLine?: number): CrossProblem[] {
  const compiled = compileExpression(feel.replace(/^=/, ''));
  if (compiled.ok) return [];
  const reason = `Expected FEEL, but found "${feel}": ${compiled.problems.map(({ message }) => message).join('; ')}`;
  return [{ path, reason, ...(flowLine === undefined ? {} : { flowLine }) }];
}
