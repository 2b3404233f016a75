import { textAt } from '../compile/event-definitions.ts';
import type { ElementSource, Sources } from '../compile/sources.ts';
import type { Expression, Node } from '../graph/process-graph.ts';
import type { Values } from '../json-text.ts';
import type { ElementInstance, Failure } from '../state/instance-state.ts';
import type { JobPurpose } from '../state/wait.ts';
import type { Result } from '../turn/env.ts';
import type { Turn } from '../turn/turn.ts';
import { acceptResult } from './mappings.ts';
import { integer, text } from './values.ts';

/** Work for somebody outside, or answered within the turn. */
export interface JobModel {
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
}

const THREE: Expression = { fixed: '3' };
const MAX_RETRIES = 2 ** 31 - 1;

/** Reads `zeebe:taskDefinition` and headers; without a type the element's id is the type (TSK-2, WARN-14). */
export function compileJob(source: ElementSource, sources: Sources): JobModel {
  return (
    declaredJob(source, sources) ?? {
      type: { fixed: source.id ?? '' },
      retries: THREE,
      headers: compileHeaders(source, sources),
    }
  );
}

/** The job that a task definition declares, if there is one. */
export function declaredJob(source: ElementSource, sources: Sources): JobModel | undefined {
  const definition = sources.extension(source, 'zeebe:TaskDefinition');
  const type = definition && sources.text(source, definition.get('type'));
  if (!type) return undefined;
  return {
    type,
    retries: sources.text(source, definition.get('retries')) ?? THREE,
    headers: compileHeaders(source, sources),
  };
}

export function compileHeaders(source: ElementSource, sources: Sources): Readonly<Record<string, string>> {
  const headers = sources.extension(source, 'zeebe:TaskHeaders')?.get('values');
  return readHeaders(headers);
}

export function readHeaders(headers: unknown): Readonly<Record<string, string>> {
  const list = Array.isArray(headers) ? (headers as readonly ElementSource[]) : [];
  return Object.fromEntries(list.map((header) => [textAt(header, 'key'), textAt(header, 'value')]));
}

/** The whole work of a job task: done at once if `env` answers it, otherwise a job is opened. */
export function workAsJob(turn: Turn, node: Node, model: JobModel, self: ElementInstance): Failure | void {
  const result = begin(turn, node, model, self, { of: 'task' });
  if (!result.ok) return result.failure;
  if (result.value === 'opened') return;
  acceptResult(turn, node, self, result.value);
  turn.complete(self);
}

/** Type and retries are evaluated once, here; the values are the answer, `opened` means that a job was made. */
export function begin(
  turn: Turn,
  node: Node,
  model: JobModel,
  self: ElementInstance,
  purpose: JobPurpose,
): Result<Values | 'opened'> {
  const type = text(turn, model.type, self.key);
  if (!type.ok) return type;
  const retries = integer(turn, model.retries, self.key, { from: 0, to: MAX_RETRIES });
  if (!retries.ok) return retries;
  const { elementId, properties } = node;
  const { headers } = model;
  const variables = turn.variables(self.key);
  const answer = turn.env.answer({ type: type.value, purpose, elementId, headers, properties, variables });
  if (answer) return answer;
  const job = { jobType: type.value, retries: retries.value, headers, purpose };
  turn.open({ kind: 'job', owner: self.key, elementId, ...job });
  return { ok: true, value: 'opened' };
}
