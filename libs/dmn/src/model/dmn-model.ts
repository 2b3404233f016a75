/** Where an element of a model stands. Places count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface DmnVariable {
  readonly name: string;
  readonly typeRef: string | null;
}

/** A reference: the namespace of the other model (null for this one) and the id there. */
export interface DmnReference extends Place {
  readonly namespace: string | null;
  readonly id: string;
}

export interface DmnImport extends Place {
  /** Empty where the names of the other model are to be used without a prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly importType: string;
}

export interface DmnItemDefinition extends Place {
  readonly name: string;
  readonly typeRef: string | null;
  readonly isCollection: boolean;
  /** Unary tests each single value must pass. */
  readonly allowedValues: string | null;
  /** Unary tests the whole value must pass (DMN 1.5). */
  readonly typeConstraint: string | null;
  readonly components: readonly DmnItemDefinition[];
  readonly functionItem: {
    readonly parameters: readonly DmnVariable[];
    readonly resultTypeRef: string | null;
  } | null;
}

interface DrgBase extends Place {
  readonly id: string;
  readonly name: string;
  /** That of the element, or of the file where it has none. */
  readonly versionTag: string | null;
  readonly variable: DmnVariable;
}

export interface DmnInputData extends DrgBase {
  readonly kind: 'input data';
}

export interface DmnDecision extends DrgBase {
  readonly kind: 'decision';
  /** Required inputs and decisions, then required knowledge. */
  readonly requirements: readonly DmnReference[];
  readonly logic: DmnExpression | null;
}

export interface DmnKnowledgeModel extends DrgBase {
  readonly kind: 'business knowledge model';
  readonly requirements: readonly DmnReference[];
  readonly logic: DmnFunction | null;
}

export interface DmnDecisionService extends DrgBase {
  readonly kind: 'decision service';
  readonly outputs: readonly DmnReference[];
  readonly encapsulated: readonly DmnReference[];
  readonly inputDecisions: readonly DmnReference[];
  readonly inputData: readonly DmnReference[];
}

export type DrgElement = DmnInputData | DmnDecision | DmnKnowledgeModel | DmnDecisionService;

interface ExpressionBase extends Place {
  readonly id: string | null;
  readonly typeRef: string | null;
}

export interface DmnLiteral extends ExpressionBase {
  readonly kind: 'literal';
  readonly text: string;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** A text in FEEL with its place. */
export interface DmnText extends Place {
  readonly id: string | null;
  readonly text: string;
}

export interface DmnInputClause extends Place {
  readonly id: string;
  readonly label: string;
  readonly expression: DmnText;
  readonly typeRef: string | null;
  readonly allowed: DmnText | null;
}

export interface DmnOutputClause extends Place {
  readonly id: string;
  /** The name of the entry in the result; empty for a single output without a name. */
  readonly name: string;
  readonly label: string;
  readonly typeRef: string | null;
  /** In the order of their priority. */
  readonly allowed: DmnText | null;
  readonly defaultEntry: DmnText | null;
}

export interface DmnRule extends Place {
  readonly id: string;
  readonly inputs: readonly DmnText[];
  readonly outputs: readonly DmnText[];
}

export interface DmnTable extends ExpressionBase {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly DmnInputClause[];
  readonly outputs: readonly DmnOutputClause[];
  readonly rules: readonly DmnRule[];
}

export interface DmnContextEntry {
  /** Null for the entry that is the result. */
  readonly variable: DmnVariable | null;
  readonly value: DmnExpression | null;
}

export interface DmnFunction extends ExpressionBase {
  readonly kind: 'function';
  readonly language: 'FEEL' | 'Java' | 'PMML';
  readonly parameters: readonly DmnVariable[];
  readonly body: DmnExpression | null;
}

/** A boxed expression (DMN 1.5 §10.2). */
export type DmnExpression =
  | DmnLiteral
  | DmnTable
  | DmnFunction
  | (ExpressionBase & { readonly kind: 'context'; readonly entries: readonly DmnContextEntry[] })
  | (ExpressionBase & {
      readonly kind: 'invocation';
      readonly callee: DmnExpression | null;
      readonly bindings: readonly { readonly name: string; readonly value: DmnExpression | null }[];
    })
  | (ExpressionBase & {
      readonly kind: 'relation';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly DmnExpression[])[];
    })
  | (ExpressionBase & { readonly kind: 'list'; readonly items: readonly DmnExpression[] })
  | (ExpressionBase & {
      readonly kind: 'conditional';
      readonly condition: DmnExpression | null;
      readonly whenTrue: DmnExpression | null;
      readonly otherwise: DmnExpression | null;
    })
  | (ExpressionBase & {
      readonly kind: 'iterator';
      readonly iterator: 'for' | 'some' | 'every';
      readonly variable: string;
      readonly collection: DmnExpression | null;
      readonly body: DmnExpression | null;
    })
  | (ExpressionBase & {
      readonly kind: 'filter';
      readonly collection: DmnExpression | null;
      readonly match: DmnExpression | null;
    });

/** A decision model as it is written. */
export interface DmnModel {
  readonly id: string | null;
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly DmnImport[];
  readonly itemDefinitions: readonly DmnItemDefinition[];
  readonly elements: readonly DrgElement[];
}
