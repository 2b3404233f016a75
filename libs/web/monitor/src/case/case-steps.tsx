import {
  Card,
  EmptyState,
  StepList,
  useCaseStepItems,
  useDates,
  useTexts,
  type StepListItem,
} from '@iter/web-kit';
import type { CasePartProps } from './case-diagram.tsx';
import { silentIncidents } from './silent-incidents.ts';

/** The same as the diagram, in words and in the order of time: what was done, by whom, when, and what is due. */
export function CaseSteps({ detail, selected, onSelect }: CasePartProps) {
  const t = useTexts('monitor');
  const dates = useDates();
  const items: StepListItem[] = [
    ...useCaseStepItems(detail.steps, { links: true }),
    ...silentIncidents(detail).map(({ incidentKey, elementName, creationTime }): StepListItem => ({
      id: incidentKey,
      name: elementName,
      state: 'incident',
      details: [t('incidents.since', { when: dates.shortDateTime(creationTime) })],
    })),
  ];
  const elementOf = (id: string): string | undefined =>
    detail.steps.find(({ elementInstanceKey }) => elementInstanceKey === id)?.elementId ??
    detail.incidents.find(({ incidentKey }) => incidentKey === id)?.elementId;
  const chosen = items.find(({ id }) => selected !== undefined && elementOf(id) === selected)?.id;
  return (
    <Card title={t('steps.title')}>
      {items.length === 0 ? (
        <EmptyState title={t('steps.none')} />
      ) : (
        <StepList
          label={t('steps.title')}
          steps={items}
          selected={chosen}
          onSelect={(id) => onSelect(elementOf(id))}
        />
      )}
    </Card>
  );
}
