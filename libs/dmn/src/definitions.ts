import { evaluateIn, FeelFunction } from '@iter/feel';
import type { FeelFailure, FeelLimits, FeelValue, FeelWarning, VariableSource } from '@iter/feel';
import { GraphCompiler } from './compile/graph.ts';
import { findCycles } from './compile/cycles.ts';
import { fromOutside } from './compile/input-value.ts';
import { linkModel } from './compile/linked-model.ts';
import type { LinkedModel } from './compile/linked-model.ts';
import { reportInto } from './compile/report.ts';
import type { DmnDecisionService, DmnModel, DrgElement } from './model/dmn-model.ts';
import { readModel } from './model/read-model.ts';
import type { DmnProblem } from './problem.ts';
import { Session } from './session.ts';
import type { EvaluatedDecision } from './session.ts';

export interface CompileDmnOptions {
  /**
   * The files of models that this one imports, and those they import; any others among them are passed over. Their
   * own faults are not told here.
   */
  readonly imports?: readonly string[];
  /** Compiles in spite of faults: what is faulty gives null when it is evaluated. */
  readonly tolerant?: boolean;
}

/** A decision, service or knowledge model that can be asked for. */
export interface DecisionInfo {
  readonly id: string;
  readonly name: string;
  readonly kind: 'decision' | 'decision service' | 'business knowledge model';
  /** What the modeler tagged this version with (`zeebe:versionTag`). */
  readonly versionTag: string | null;
  /** The ids of the decisions directly required. */
  readonly requires: readonly string[];
}

/** A compiled decision model. It holds no state. */
export interface CompiledDefinitions {
  readonly id: string | null;
  readonly name: string;
  readonly namespace: string;
  readonly decisions: readonly DecisionInfo[];
  /** Asks by id; used through {@link decide}. */
  readonly evaluate: (id: string, context: VariableSource, limits: FeelLimits) => DecisionResult;
}

export type DmnCompilation =
  | { readonly ok: true; readonly definitions: CompiledDefinitions; readonly problems: readonly DmnProblem[] }
  | { readonly ok: false; readonly problems: readonly DmnProblem[] };

export type DecisionResult =
  | {
      readonly ok: true;
      readonly value: FeelValue;
      /** Every decision that was evaluated, required ones first, the one that was asked for last. */
      readonly evaluated: readonly EvaluatedDecision[];
      readonly warnings: readonly FeelWarning[];
    }
  | {
      readonly ok: false;
      readonly failure: FeelFailure | { readonly code: 'DECISION_NOT_FOUND'; readonly message: string };
      readonly evaluated: readonly EvaluatedDecision[];
      readonly warnings: readonly FeelWarning[];
    };

/**
 * Compiles a decision model (DMN 1.1 to 1.6). All faults are given at once, each with its place; with faults there
 * are no definitions unless `tolerant` is set.
 */
export function compileDefinitions(xml: string, options: CompileDmnOptions = {}): DmnCompilation {
  try {
    return compileAll(xml, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'Expected a model whose parts nest less deeply.';
    return { ok: false, problems: [{ code: 'TOO_LARGE', message, elementId: null, line: 1, column: 1 }] };
  }
}

function compileAll(xml: string, options: CompileDmnOptions): DmnCompilation {
  const problems: DmnProblem[] = [];
  const main = modelOf(xml, problems);
  const others = (options.imports ?? []).flatMap((other) => modelOf(other, []) ?? []);
  if (main === null) return { ok: false, problems };
  const report = reportInto(problems);
  const linked = linkModel(main, others, report);
  linked.types.checkAll();
  const graph = new GraphCompiler();
  for (const element of main.elements) {
    graph.node(element, linked);
    if (element.kind === 'decision' && element.logic === null) {
      const message = `Expected the decision \`${element.name}\` to have an expression.`;
      report({ code: 'MISSING_LOGIC', message, what: element.name, elementId: element.id }, element);
    }
  }
  graph.finish();
  findCycles(linked, report);
  problems.sort((left, right) => left.line - right.line || left.column - right.column);
  if (problems.length > 0 && options.tolerant !== true) return { ok: false, problems };
  return { ok: true, definitions: definitionsOf(linked, graph), problems };
}

function modelOf(xml: string, problems: DmnProblem[]): DmnModel | null {
  const reading = readModel(xml);
  problems.push(...reading.problems);
  return reading.ok ? reading.model : null;
}

function definitionsOf(linked: LinkedModel, graph: GraphCompiler): CompiledDefinitions {
  const { id, name, namespace, elements } = linked.model;
  const hidden = new Set(elements.map((element) => element.variable.name));
  return {
    id,
    name,
    namespace,
    decisions: elements.flatMap(infoOf),
    evaluate: (wanted, context, limits) => {
      const element = linked.elements.get(wanted);
      if (element === undefined || element.kind === 'input data') return notFound(wanted);
      const sessions: Session[] = [];
      const result = evaluateIn(withoutHidden(context, hidden), limits, (run) => {
        const session = Session.start(run, context);
        sessions.push(session);
        if (element.kind === 'decision service') return graph.serviceValue(element, linked, session);
        const value = graph.node(element, linked).value(session);
        return value instanceof FeelFunction && element.kind === 'business knowledge model'
          ? invokeWithInputs(value, session)
          : value;
      });
      return { ...result, evaluated: sessions[0]?.evaluated ?? [] };
    },
  };
}

/** A knowledge model that is asked for itself reads its parameters by their names (DMN 1.5 §10.4). */
function invokeWithInputs(model: FeelFunction, session: Session): FeelValue {
  const values = model.parameters.map(({ name, type }) =>
    fromOutside(session.inputs.get(name) ?? null, type),
  );
  return model.callWith(session.run, ...values);
}

function notFound(id: string): DecisionResult {
  const message = `Expected a decision \`${id}\`, but there is none.`;
  return { ok: false, failure: { code: 'DECISION_NOT_FOUND', message }, evaluated: [], warnings: [] };
}

/** An element of the graph is seen by those that require it only; other variables of the context by all. */
function withoutHidden(context: VariableSource, hidden: ReadonlySet<string>): VariableSource {
  return { get: (name) => (hidden.has(name) ? undefined : context.get(name)) };
}

function infoOf(element: DrgElement): DecisionInfo[] {
  if (element.kind === 'input data') return [];
  const { id, name, kind, versionTag } = element;
  const references = element.kind === 'decision service' ? outputsOf(element) : element.requirements;
  return [{ id, name, kind, versionTag, requires: references.map((reference) => reference.id) }];
}

function outputsOf(service: DmnDecisionService): DmnDecisionService['outputs'] {
  return service.outputs;
}

/**
 * Decides: the value of a decision, knowledge model or decision service, with how it came about.
 *
 * @param id the id of the element
 * @param context the variables; input data is read from it by name
 */
export function decide(
  definitions: CompiledDefinitions,
  id: string,
  context: VariableSource,
  limits: FeelLimits,
): DecisionResult {
  return definitions.evaluate(id, context, limits);
}
