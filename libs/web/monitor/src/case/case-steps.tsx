import { Card, EmptyState, StepList, useCaseStepItems, useTexts } from '@iter/web-kit';
import type { CasePartProps } from './case-diagram.tsx';

/** The same as the diagram, in words and in the order of time: what was done, by whom, when, and what is due. */
export function CaseSteps({ detail, selected, onSelect }: CasePartProps) {
  const t = useTexts('monitor');
  const items = useCaseStepItems(detail.steps, { links: true });
  const chosen = detail.steps.find(({ elementId }) => elementId === selected)?.elementInstanceKey;
  return (
    <Card title={t('steps.title')}>
      {items.length === 0 ? (
        <EmptyState title={t('steps.none')} />
      ) : (
        <StepList
          label={t('steps.title')}
          steps={items}
          selected={chosen}
          onSelect={(key) =>
            onSelect(detail.steps.find(({ elementInstanceKey }) => elementInstanceKey === key)?.elementId)
          }
        />
      )}
    </Card>
  );
}
