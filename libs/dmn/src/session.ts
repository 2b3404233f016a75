import { checkSize } from '@iter/feel';
import type { FeelValue, Run, VariableSource } from '@iter/feel';
import type { EvaluatedInput, MatchedRule } from './compile/table.ts';
import type { DmnDecision, DrgElement } from './model/dmn-model.ts';

/** A decision that was evaluated, with what made its value. */
export interface EvaluatedDecision {
  readonly id: string;
  readonly name: string;
  readonly kind: 'table' | 'expression';
  readonly value: FeelValue;
  /** Of a decision table only. */
  readonly inputs: readonly EvaluatedInput[];
  /** Of a decision table only. */
  readonly matchedRules: readonly MatchedRule[];
}

/** One evaluation of a requirements graph: each element has one value in it. */
export class Session {
  /** In the order they were finished: what a decision requires comes before it. */
  readonly evaluated: EvaluatedDecision[];
  private readonly values: Map<DrgElement, FeelValue>;
  private readonly open = new Set<DrgElement>();

  private constructor(
    readonly run: Run,
    readonly inputs: VariableSource,
    given: ReadonlyMap<DrgElement, FeelValue>,
    evaluated: EvaluatedDecision[],
  ) {
    this.values = new Map(given);
    this.evaluated = evaluated;
  }

  static start(run: Run, inputs: VariableSource): Session {
    return new Session(run, inputs, new Map(), []);
  }

  /** The session within a decision service: what it is given has that value, all else is evaluated anew. */
  within(given: ReadonlyMap<DrgElement, FeelValue>): Session {
    return new Session(this.run, this.inputs, given, this.evaluated);
  }

  /** The value of an element, evaluated once. */
  valueOf(element: DrgElement, evaluate: () => FeelValue): FeelValue {
    const known = this.values.get(element);
    if (known !== undefined) return known;
    if (this.open.has(element)) {
      return this.run.warn(
        'NO_RESULT',
        `Expected a graph without cycles, but \`${element.name}\` requires itself.`,
      );
    }
    this.open.add(element);
    const value = evaluate();
    this.open.delete(element);
    this.values.set(element, value);
    return value;
  }

  /** Keeps what history will write; what would be endless as text ends the evaluation. */
  note(decision: DmnDecision, details: Omit<EvaluatedDecision, 'id' | 'name'>): void {
    const { value, inputs, matchedRules } = details;
    const outputs = matchedRules.flatMap((rule) => rule.outputs);
    for (const each of [value, ...[...inputs, ...outputs].map((named) => named.value)]) {
      if (typeof each === 'object' && each !== null) checkSize(each, this.run);
    }
    this.evaluated.push({ id: decision.id, name: decision.name, ...details });
  }
}
