import { compileExpression, fromJson, toJson, type FeelValue } from '@iter/feel';
import type { AnalyzeExpression } from '@iter/engine-compile';
import type { Env, Failure, JsonText, Result, Schedule, VariableView } from '../src/index.ts';
import { stringIn } from '../src/index.ts';

/** FEEL of the product, as the runtime hands it to the engine. */
export const analyze: AnalyzeExpression = (source) => {
  const compiled = compileExpression(source);
  return compiled.ok
    ? { ok: true, names: compiled.expression.dependsOn }
    : { ok: false, problem: compiled.problems.map(({ message }) => message).join('; ') };
};

export interface TestEnvOptions {
  readonly now: number;
  readonly drawNumber: () => number;
  readonly answer?: Env['answer'];
  readonly decide?: Env['decide'];
  readonly maxSteps?: number;
  readonly maxTotalSteps?: number;
  readonly maxCallDepth?: number;
}

export function testEnv(options: TestEnvOptions): Env {
  const { now } = options;
  return {
    now,
    drawNumber: options.drawNumber,
    evaluate: ({ source }, variables) => evaluate(source, variables, now),
    decide:
      options.decide ??
      (({ decisionId }) =>
        failed(`Expected decision '${decisionId}' to be deployed, but it is not`, 'CALLED_DECISION_ERROR')),
    answer: options.answer ?? (() => undefined),
    schedule: (timer, value, from) => schedule(timer, value, from),
    nextDue(every, dueAt, repeatsLeft) {
      const step = durationOf(every) ?? 0;
      if (repeatsLeft !== null) return dueAt + step;
      return step > 0 ? dueAt + step * Math.max(1, Math.floor((now - dueAt) / step) + 1) : undefined;
    },
    maxSteps: options.maxSteps ?? 10_000,
    maxTotalSteps: options.maxTotalSteps ?? 100_000,
    maxCallDepth: options.maxCallDepth ?? 20,
  };
}

/** Compiled once, however often a case asks. */
const compiledOf = new Map<string, ReturnType<typeof compileExpression>>();

function evaluate(source: string, variables: VariableView, now: number): Result<JsonText> {
  const compiled = compiledOf.get(source) ?? compileExpression(source);
  compiledOf.set(source, compiled);
  if (!compiled.ok) return failed(`Expected FEEL, but '${source}' is not`);
  const context = {
    get(name: string): FeelValue | undefined {
      const text = variables.get(name);
      return text === undefined ? undefined : fromJson(text);
    },
  };
  const result = compiled.expression.evaluate(context, { now });
  return result.ok ? { ok: true, value: toJson(result.value) as JsonText } : failed(result.failure.message);
}

/** Dates, durations of weeks to seconds, and cycles of them: enough for turns; the runtime knows calendars and cron. */
function schedule(timer: 'date' | 'duration' | 'cycle', value: JsonText, from: number): Result<Schedule> {
  const text = stringIn(value);
  if (text === undefined) return failed(`Expected a ${timer}, but got ${value}`);
  if (timer === 'date') {
    const dueAt = Date.parse(text);
    return Number.isNaN(dueAt)
      ? failed(`Expected a date, but got ${text}`)
      : { ok: true, value: { dueAt, repeatsLeft: 0 } };
  }
  const [head = '', ...parts] = text.split('/');
  const every = timer === 'cycle' ? parts.at(-1) : text;
  const duration = durationOf(every ?? '');
  if (every === undefined || duration === undefined || (timer === 'cycle' && !/^R\d*$/.test(head)))
    return failed(`Expected a ${timer}, but got ${text}`);
  if (timer === 'duration') return { ok: true, value: { dueAt: from + duration, repeatsLeft: 0 } };
  const start = parts.length > 1 ? Date.parse(parts[0] ?? '') : from + duration;
  const repeatsLeft = head === 'R' ? null : Number(head.slice(1)) - 1;
  return { ok: true, value: { dueAt: start, repeatsLeft, every } };
}

function durationOf(text: string): number | undefined {
  const match = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return undefined;
  const [, sign, ...amounts] = match;
  const seconds = [604_800, 86_400, 3_600, 60, 1];
  const total = amounts.reduce((sum, amount, at) => sum + Number(amount ?? 0) * (seconds[at] ?? 0), 0);
  return (sign ? -total : total) * 1000;
}

function failed(
  message: string,
  code: Failure['code'] = 'EXTRACT_VALUE_ERROR',
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, message } };
}
