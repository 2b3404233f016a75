import type { CaseStep } from '@iter/contract';
import { useMemo, type ReactNode } from 'react';
import { DueBadge } from '../controls/badge.tsx';
import { Link } from '../navigation.tsx';
import { paths } from '../paths.ts';
import { useDates, useTexts } from '../text/texts.ts';
import type { DiagramMark, DiagramOverlay } from './diagram-canvas.ts';
import type { StepListItem, StepState } from './step-list.tsx';

const STATE: Record<CaseStep['state'], StepState> = {
  active: 'here',
  completed: 'done',
  terminated: 'terminated',
  incident: 'incident',
};

export interface CaseStepListOptions {
  /** The task that the page is about. */
  currentTask?: string;
  /** Names of called cases and of people become links. */
  links?: boolean;
}

/** The steps of a case as a list that everybody can read: state, who, when, due. */
export function useCaseStepItems(
  steps: readonly CaseStep[],
  { currentTask, links = false }: CaseStepListOptions = {},
): StepListItem[] {
  const t = useTexts('kit');
  const dates = useDates();
  return steps.map((step): StepListItem => {
    const details: ReactNode[] = [
      step.endedAt
        ? t('step.ended', { when: dates.shortDateTime(step.endedAt) })
        : t('step.since', { when: dates.shortDateTime(step.startedAt) }),
    ];
    if (step.dueDate && !step.endedAt) details.push(<DueBadge due={step.dueDate} />);
    if (links && step.calledProcessInstanceKey)
      details.push(<Link to={paths.case(step.calledProcessInstanceKey)}>{t('step.called')}</Link>);
    return {
      id: step.elementInstanceKey,
      name: step.name,
      state: STATE[step.state],
      stateText: stateText(step),
      details,
      current: currentTask !== undefined && step.userTaskKey === currentTask,
    };
  });

  function stateText(step: CaseStep): string {
    const state = t(`step.${STATE[step.state]}`);
    if (step.automatic) return t('step.automatic', { state });
    if (step.who) {
      const key = step.state === 'active' ? 'step.heldBy' : 'step.doneBy';
      return t(key, { state, name: step.who.name });
    }
    if (step.state === 'active' && step.candidates.length > 0)
      return t('step.awaits', { who: step.candidates.map(({ label }) => label).join(', ') });
    return state;
  }
}

export interface CaseDecoration {
  marks: Record<string, DiagramMark[]>;
  overlays: DiagramOverlay[];
  /** The first step in progress, to keep in sight. */
  here: string | undefined;
}

/** The steps of one instance as marks on its diagram: travelled, "you are here", late, stopped. */
export function useCaseDecoration(steps: readonly CaseStep[], processInstanceKey: string): CaseDecoration {
  const t = useTexts('kit');
  return useMemo(
    () =>
      decorationOf(
        steps.filter((step) => step.processInstanceKey === processInstanceKey),
        { here: t('diagram.youAreHere'), late: t('diagram.youAreHereLate'), incident: t('diagram.incident') },
      ),
    [steps, processInstanceKey, t],
  );
}

function decorationOf(
  steps: readonly CaseStep[],
  words: Record<'here' | 'late' | 'incident', string>,
): CaseDecoration {
  const marks: Record<string, DiagramMark[]> = {};
  const overlays: DiagramOverlay[] = [];
  let here: string | undefined;
  for (const { elementId, state, lateness } of steps) {
    if (state === 'completed') {
      // A step repeated by a loop stays "here" while it runs again.
      marks[elementId] ??= ['done'];
    } else if (state !== 'terminated') {
      const mark = state === 'incident' ? 'incident' : lateness === 'late' ? 'late' : 'here';
      marks[elementId] = [mark];
      overlays.push({ elementId, text: words[mark], tone: mark });
      here ??= elementId;
    }
  }
  return { marks, overlays, here };
}
