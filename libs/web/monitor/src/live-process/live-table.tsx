import { Badge, Checkbox, DataTable, EmptyState, useTexts, type Column } from '@iter/web-kit';
import { useState } from 'react';
import type { DiagramElement } from './diagram-elements.ts';
import type { ElementCounts } from './live-counts.ts';

type Row = DiagramElement & ElementCounts;

const NO_COUNTS = { active: 0, late: 0, incidents: 0, completed: 0, canceled: 0 };
/** Everybody goes by a gateway at once: it matters only where somebody stands there. */
const PASSED_AT_ONCE: ReadonlySet<string> = new Set(['exclusiveGateway', 'parallelGateway']);

function isWorthTelling({ kind, active, late, incidents, completed }: Row): boolean {
  const standing = active + late + incidents;
  return PASSED_AT_ONCE.has(kind) ? standing > 0 : standing + completed > 0;
}

export interface LiveTableProps {
  elements: readonly DiagramElement[];
  counts: ReadonlyMap<string, ElementCounts>;
  selected: string | undefined;
  onSelect: (elementId: string) => void;
}

/** The twin of the live diagram: every element with its counts, in the order of the procedure. */
export function LiveTable({ elements, counts, selected, onSelect }: LiveTableProps) {
  const t = useTexts('monitor');
  const [all, setAll] = useState(false);
  const rows: Row[] = elements
    .map((element) => ({ ...NO_COUNTS, ...counts.get(element.elementId), ...element }))
    .filter((row) => all || isWorthTelling(row));
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('live.element'),
      onPhone: 'title',
      cell: (row) => (
        <>
          <button
            type="button"
            className="iter-monitor-link"
            aria-pressed={selected === row.elementId}
            onClick={() => onSelect(row.elementId)}
          >
            {row.name ?? row.elementId}
          </button>
          <span className="iter-row-sub">{t(`live.kinds.${row.kind}`)}</span>
        </>
      ),
    },
    { id: 'active', header: t('live.active'), align: 'end', cell: (row) => row.active },
    {
      id: 'late',
      header: t('live.late'),
      align: 'end',
      cell: (row) =>
        row.late > 0 ? <Badge tone="danger">{t('live.lateCount', { count: row.late })}</Badge> : 0,
    },
    {
      id: 'incidents',
      header: t('live.incidents'),
      align: 'end',
      cell: (row) =>
        row.incidents > 0 ? (
          <Badge tone="danger">{t('live.incidentCount', { count: row.incidents })}</Badge>
        ) : (
          0
        ),
    },
    { id: 'completed', header: t('live.completed'), align: 'end', cell: (row) => row.completed },
    { id: 'canceled', header: t('live.canceled'), align: 'end', cell: (row) => row.canceled },
  ];
  return (
    <>
      <Checkbox label={t('live.showAll')} checked={all} onValue={setAll} />
      {rows.length === 0 ? (
        <EmptyState title={t('live.nothing')} />
      ) : (
        <DataTable
          caption={t('live.table')}
          columns={columns}
          rows={rows}
          rowKey={({ elementId }) => elementId}
        />
      )}
    </>
  );
}
