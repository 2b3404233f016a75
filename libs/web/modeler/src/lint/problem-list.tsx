import type { DiagramProblem } from '@iter/contract';
import { Badge, useTexts, type IconName, type Texts, type Tone } from '@iter/web-kit';
import { byGravity, type Severity } from './problem-marks.ts';

const SEVERITY_TONE: Record<Severity, Tone> = { error: 'danger', warning: 'warning', info: 'info' };

const SEVERITY_ICON: Record<Severity, IconName> = {
  error: 'error',
  warning: 'warning-circle',
  info: 'info-circle',
};

export interface ProblemListProps {
  problems: readonly DiagramProblem[];
  /** Shows the element that a problem is about. Absent where there is no diagram to show it in. */
  onReveal?: (elementId: string) => void;
}

/** What is wrong, the gravest first; each line leads to its element. */
export function ProblemList({ problems, onReveal }: ProblemListProps) {
  const t = useTexts('modeler');
  return (
    <ul className="iter-modeler-problems">
      {byGravity(problems).map((problem, index) => (
        <li key={`${problem.rule}-${problem.elementId}-${index}`}>
          <Badge tone={SEVERITY_TONE[problem.severity]} icon={SEVERITY_ICON[problem.severity]}>
            {t(`problems.severity.${problem.severity}`)}
          </Badge>
          <div className="iter-modeler-problem-text">
            <p>{problem.message}</p>
            <ProblemPlace problem={problem} t={t} {...(onReveal ? { onReveal } : {})} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ProblemPlace({
  problem,
  onReveal,
  t,
}: {
  problem: DiagramProblem;
  onReveal?: (elementId: string) => void;
  t: Texts;
}) {
  const { elementId, elementName, line, rule } = problem;
  const name = elementName ?? elementId;
  return (
    <p className="iter-modeler-problem-place">
      {elementId !== null && onReveal ? (
        <button type="button" className="iter-modeler-link" onClick={() => onReveal(elementId)}>
          {t('problems.show', { element: name ?? '' })}
        </button>
      ) : (
        name && <span>{name}</span>
      )}
      {line !== null && <span className="iter-muted">{t('problems.line', { line })}</span>}
      <span className="iter-muted">{rule}</span>
    </p>
  );
}
