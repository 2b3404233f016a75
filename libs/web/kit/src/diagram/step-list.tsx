import type { ReactNode } from 'react';
import { classNames } from '../controls/class-names.ts';
import { Icon, type IconName } from '../controls/icon.tsx';
import { useTexts } from '../text/texts.ts';

export type StepState = 'todo' | 'here' | 'done' | 'incident' | 'terminated';

export interface StepListItem {
  id: string;
  name: string;
  state: StepState;
  /** Replaces the words of the state: "in carico a Maria Rossi". */
  stateText?: string;
  /** Kind of step, in words: "attività", "decisione". */
  kind?: string;
  /** Further lines: who, when, due date. */
  details?: readonly ReactNode[];
  /** The task this page is about. */
  current?: boolean;
}

export interface StepListProps {
  /** What the list lists, for screen readers. */
  label: string;
  steps: readonly StepListItem[];
  selected?: string | undefined;
  onSelect?: (id: string) => void;
  /** Steps that are not numbered in time (a sheet): no states are shown. */
  plain?: boolean;
}

const ICON: Record<StepState, IconName> = {
  todo: 'minus',
  here: 'arrow-right',
  done: 'check',
  incident: 'error',
  terminated: 'close',
};

/** The twin of a diagram that everybody can read: the steps in order, each with its state in words. */
export function StepList({ label, steps, selected, onSelect, plain }: StepListProps) {
  const t = useTexts('kit');
  return (
    <ol className={classNames('iter-steps', plain && 'iter-steps-plain')} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={classNames(
            'iter-step',
            `iter-step-${step.state}`,
            step.current && 'iter-step-current',
            selected === step.id && 'iter-step-selected',
          )}
          aria-current={step.current ? 'step' : undefined}
        >
          <span className="iter-step-line" aria-hidden="true" />
          <span className="iter-step-sign" aria-hidden="true">
            {plain ? index + 1 : <Icon name={ICON[step.state]} size="xs" />}
          </span>
          <div className="iter-step-body">
            {onSelect ? (
              <button
                type="button"
                className="iter-step-name iter-step-button"
                aria-pressed={selected === step.id}
                onClick={() => onSelect(step.id)}
              >
                {step.name}
              </button>
            ) : (
              <span className="iter-step-name">{step.name}</span>
            )}
            {(!plain || step.kind) && (
              <span className="iter-step-state">
                {step.kind && <span className="iter-step-kind">{step.kind}</span>}
                {!plain && <span>{step.stateText ?? t(`step.${step.state}`)}</span>}
              </span>
            )}
            {step.details?.map((detail, at) => (
              <span key={at} className="iter-step-detail">
                {detail}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
