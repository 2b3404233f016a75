import type { WorkingCalendar } from '@iter/calendar';
import type { AnswerRequest, Env, Result, Values } from '@iter/engine-core';
import type { CompiledDefinition } from '../definitions/definition-cache.ts';
import type { Decisions } from '../definitions/decisions.ts';
import type { Numbers } from '../numbers.ts';
import { evaluateFeel, reasonsOfNull } from './expressions.ts';
import { answerTerms, TERMS_TYPE } from './terms.ts';
import { nextDueDate, scheduleTimer } from './timer-texts.ts';

/** Answers jobs of a type within the turn; synchronous, and the same for the same request. */
export type InTurnWorker = (request: AnswerRequest, now: number) => Result<Values> | undefined;

export interface TurnEnvOptions {
  readonly numbers: Pick<Numbers, 'draw'>;
  readonly decisions: Decisions;
  readonly calendar: (tenantId: string) => WorkingCalendar;
  readonly inTurnWorkers: ReadonlyMap<string, InTurnWorker>;
  readonly maxSteps: number;
  readonly maxTotalSteps: number;
  readonly maxCallDepth: number;
}
export type MakeEnv = (definition: CompiledDefinition, now: number) => Env;

/** What each turn is given: the tenant's time and calendar, FEEL, decisions, in-turn answers and numbers. */
export function turnEnvs(options: TurnEnvOptions): MakeEnv {
  return (definition, now) => {
    const { tenantId } = definition;
    const calendar = options.calendar(tenantId);
    const limits = { now, zone: calendar.zone, random: Math.random };
    return {
      now,
      evaluate: (expression, variables) => evaluateFeel(expression, variables, limits),
      reasons: (expression, variables) => reasonsOfNull(expression, variables, limits),
      decide: (request, variables) => options.decisions.decide(definition, request, variables, limits),
      answer: (request) =>
        request.type === TERMS_TYPE
          ? answerTerms(request, now, calendar)
          : options.inTurnWorkers.get(request.type)?.(request, now),
      schedule: (timer, value, from) => scheduleTimer(timer, value, from, calendar.zone),
      nextDue: (every, dueAt, repeatsLeft) => nextDueDate(every, dueAt, repeatsLeft, now, calendar.zone),
      drawNumber: () => options.numbers.draw(),
      maxSteps: options.maxSteps,
      maxTotalSteps: options.maxTotalSteps,
      maxCallDepth: options.maxCallDepth,
    };
  };
}
