/** Rules of design/semantics.md that a diagram can break: refused at deployment, or accepted with a warning. */
export type RuleId = `DEP-${number}` | `WARN-${number}`;

export type Severity = 'error' | 'warning';

/** One thing wrong with a diagram. People read the text of the rule from the dictionary (`bpmn`, `rules.DEP-6`). */
export interface Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Absent where the file as a whole is meant. */
  readonly elementId?: string;
  readonly elementName?: string;
  /** What would be right, in English, for logs and developers: "Expected …, but …". */
  readonly expected: string;
  /** Counted from 1; absent where the place is not known. */
  readonly line?: number;
  readonly column?: number;
  /** Fills the placeholders of the rule's text. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export const severityOf = (rule: RuleId): Severity => (rule.startsWith('DEP-') ? 'error' : 'warning');
