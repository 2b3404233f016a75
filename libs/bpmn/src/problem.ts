/** Rules of design/semantics.md that a diagram can break: refused at deployment, or accepted with a warning. */
export type RuleId = `DEP-${number}` | `WARN-${number}`;

export type Severity = 'error' | 'warning';

/** One thing wrong with a diagram. People read the text of the rule from the dictionary. */
export interface DiagramProblem {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Which text of the rule in the dictionary, where a rule has several; `text` otherwise. */
  readonly text: string;
  /** Fills the placeholders of the text. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Absent where the file as a whole is meant. */
  readonly elementId?: string;
  readonly elementName?: string;
  /** What would be right, in English, for logs and developers: "Expected …, but …". */
  readonly expected: string;
  /** Counted from 1; absent where the place is not known. */
  readonly line?: number;
  readonly column?: number;
}

export const severityOf = (rule: RuleId): Severity => (rule.startsWith('DEP-') ? 'error' : 'warning');
