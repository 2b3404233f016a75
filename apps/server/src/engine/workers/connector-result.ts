import { membersIn, type JsonText } from '@iter/engine-core';
import { BpmnError, JobRefused, type ActivatedJob, type Variables } from '@iter/engine-runtime';
import { compileExpression, FeelFunction, fromJson, toJson, type FeelValue } from '@iter/feel';
import type { HttpAnswer } from './http-exchange.ts';

export interface ConnectorClock {
  readonly now: (tenantId: string) => number;
  readonly zone: string;
}

/**
 * What becomes of an answer, as Camunda's connectors do: `errorExpression` may make an error of it, otherwise an
 * answer from 400 on fails the job; `resultVariable` takes all of it, `resultExpression` what it says.
 */
export function connectorResult(job: ActivatedJob, answer: HttpAnswer, clock: ConnectorClock): Variables {
  const response = responseOf(answer);
  const failed = answer.status >= 400;
  const names: Record<string, FeelValue> = { response: fromJson(response) };
  if (failed) names['error'] = fromJson(errorOf(answer, response));
  raise(evaluate('errorExpression', { job, names: { ...names, ...ERRORS } }, clock));
  if (failed)
    throw new Error(
      `Expected an answer below 400, but got ${answer.status} ${answer.reason}: ${answer.body.slice(0, 500)}`,
    );
  const { resultVariable } = job.customHeaders;
  const result = evaluate('resultExpression', { job, names }, clock);
  const members = result === undefined || result === 'null' ? new Map<string, JsonText>() : membersIn(result);
  if (!members) throw new JobRefused(`Expected 'resultExpression' to give a context, but it gives ${result}`);
  return { ...(resultVariable && { [resultVariable]: response }), ...Object.fromEntries(members) };
}

function responseOf({ status, headers, body }: HttpAnswer): JsonText {
  return `{"status":${status},"headers":${JSON.stringify(headers)},"body":${body}}` as JsonText;
}

function errorOf({ status, reason }: HttpAnswer, response: JsonText): JsonText {
  const message = JSON.stringify(reason);
  return `{"code":"${status}","message":${message},"variables":{"response":${response}}}` as JsonText;
}

interface Context {
  readonly job: ActivatedJob;
  readonly names: Readonly<Record<string, FeelValue>>;
}

/** The value of an expression in a header of the task, which sees the job's variables and the names. */
function evaluate(
  header: string,
  { job, names }: Context,
  { now, zone }: ConnectorClock,
): JsonText | undefined {
  const source = job.customHeaders[header]?.replace(/^\s*=/, '');
  if (!source) return undefined;
  const compilation = compileExpression(source);
  if (!compilation.ok)
    throw new JobRefused(
      `Expected FEEL in '${header}', but: ${compilation.problems.map(({ message }) => message).join('; ')}`,
    );
  const get = (name: string): FeelValue | undefined => {
    if (Object.hasOwn(names, name)) return names[name];
    const text = job.variables[name];
    return text === undefined ? undefined : fromJson(text);
  };
  const result = compilation.expression.evaluate({ get }, { now: now(job.tenantId), zone });
  if (!result.ok)
    throw new JobRefused(`Expected '${header}' to have a value, but: ${result.failure.message}`);
  return toJson(result.value) as JsonText;
}

/** The functions by which an error expression says what an answer means. */
const ERRORS: Readonly<Record<string, FeelValue>> = {
  bpmnError: errorFunction('bpmnError', ['code', 'message', 'variables']),
  jobError: errorFunction('jobError', ['message', 'variables']),
};

function errorFunction(errorType: string, members: readonly string[]): FeelFunction {
  const parameters = members.map((name) => ({ name, type: null }));
  return new FeelFunction(errorType, parameters, ({ values, names }) => {
    const given = members.map((member, index) => {
      const place = names ? names.indexOf(member) : index;
      const value = place < 0 ? undefined : values[place];
      return `${JSON.stringify(member)}:${value === undefined ? 'null' : toJson(value)}`;
    });
    return fromJson(`{"errorType":"${errorType}",${given.join(',')}}`);
  });
}

/** @throws BpmnError for a `bpmnError`, Error for a `jobError` */
function raise(error: JsonText | undefined): void {
  const members = error === undefined ? undefined : membersIn(error);
  const text = (name: string): string => {
    const value: unknown = JSON.parse(members?.get(name) ?? 'null');
    return typeof value === 'string' ? value : '';
  };
  const variables = membersIn(members?.get('variables') ?? ('{}' as JsonText)) ?? [];
  if (text('errorType') === 'bpmnError')
    throw new BpmnError(text('code'), text('message'), Object.fromEntries(variables));
  if (text('errorType') === 'jobError') throw new Error(text('message'));
}
