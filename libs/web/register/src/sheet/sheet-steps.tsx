import type { SheetStep } from '@iter/contract';
import { Card, StepList, useTexts, type StepListItem, type Texts } from '@iter/web-kit';
import type { SheetPartProps } from './sheet-diagram.tsx';
import { sourceText } from './sheet-texts.ts';

/** The steps in reading order: who does what, and which line of the source says so. */
export function SheetSteps({ sheet, selected, onSelect }: SheetPartProps) {
  const t = useTexts('register');
  if (sheet.steps.length === 0) return null;
  return (
    <Card title={t('sheet.steps')}>
      <p className="iter-muted">{t('sheet.stepsText')}</p>
      <StepList
        plain
        label={t('sheet.steps')}
        steps={sheet.steps.map((step) => stepItem(step, t))}
        selected={selected}
        onSelect={(id) => onSelect(id === selected ? undefined : id)}
      />
    </Card>
  );
}

function stepItem(step: SheetStep, t: Texts): StepListItem {
  const who = step.roles.length > 0 ? step.roles.join(', ') : step.lane;
  const from = step.source
    ? t('sheet.source', { lines: sourceText(step.source) })
    : step.origin && t('sheet.origin', { rule: step.origin.replace(/^convenzione:\s*/i, '') });
  const kind = step.type.replace(/^bpmn:/, '');
  return {
    id: step.elementId,
    name: step.name || t(`type.${kind}`),
    state: 'todo',
    kind: [t(`type.${kind}`), who].filter(Boolean).join(' · '),
    details: from ? [<small key="from">{from}</small>] : [],
  };
}
