import type { CaseRow } from '@iter/contract';
import {
  DataTable,
  DueBadge,
  Link,
  paths,
  useDates,
  useTexts,
  type Column,
  type Dates,
  type Sort,
  type Texts,
} from '@iter/web-kit';
import { CaseBadges } from './case-badges.tsx';

export interface CaseTableProps {
  caption: string;
  rows: readonly CaseRow[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  busy?: boolean;
  /** All rows are of one procedure: its name is left out. */
  oneProcess?: boolean;
}

/** Cases as a table; cards on a phone. */
export function CaseTable({ caption, rows, sort, onSort, busy = false, oneProcess = false }: CaseTableProps) {
  const t = useTexts('monitor');
  const dates = useDates();
  const columns: Column<CaseRow>[] = [
    caseColumn(t, oneProcess),
    {
      id: 'office',
      header: t('column.office'),
      cell: (row) => row.officeLabel ?? row.office ?? '',
    },
    { id: 'state', header: t('column.state'), cell: (row) => <CaseBadges row={row} /> },
    { id: 'now', header: t('column.now'), cell: (row) => <CurrentSteps row={row} /> },
    {
      id: 'dueDate',
      header: t('column.due'),
      sortable: true,
      width: '14rem',
      cell: (row) => <DueBadge due={row.dueDate} done={row.state !== 'ACTIVE'} />,
    },
    startedColumn(t, dates),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.processInstanceKey}
      busy={busy}
      {...(sort && onSort ? { sort, onSort } : {})}
    />
  );
}

function caseColumn(t: Texts, oneProcess: boolean): Column<CaseRow> {
  return {
    id: 'businessId',
    header: t('column.case'),
    sortable: true,
    onPhone: 'title',
    cell: (row) => (
      <>
        <Link to={paths.case(row.processInstanceKey)} className="iter-row-title iter-number">
          {row.businessId ?? t('case.noNumber', { key: row.processInstanceKey })}
        </Link>
        {!oneProcess && <span className="iter-row-sub">{row.processTitle}</span>}
      </>
    ),
  };
}

function startedColumn(t: Texts, dates: Dates): Column<CaseRow> {
  return {
    id: 'startedAt',
    header: t('column.started'),
    sortable: true,
    width: '11rem',
    cell: (row) => (
      <>
        <time dateTime={row.startedAt}>{dates.shortDate(row.startedAt)}</time>
        {row.startedBy && <span className="iter-row-sub">{row.startedBy.name}</span>}
        {row.endedAt && (
          <span className="iter-row-sub">{t('column.endedOn', { when: dates.shortDate(row.endedAt) })}</span>
        )}
      </>
    ),
  };
}

const SHOWN_STEPS = 3;

/** Where the case stands and who has it. */
function CurrentSteps({ row }: { row: CaseRow }) {
  const t = useTexts('monitor');
  const rest = row.currentSteps.length - SHOWN_STEPS;
  if (row.currentSteps.length === 0) return <span className="iter-muted">{t('case.nowhere')}</span>;
  return (
    <ul className="iter-monitor-now">
      {row.currentSteps.slice(0, SHOWN_STEPS).map((step, index) => (
        <li key={`${step.elementId}-${index}`}>
          {step.name}
          {step.who && <span className="iter-row-sub">{step.who.name}</span>}
        </li>
      ))}
      {rest > 0 && <li className="iter-muted">{t('case.moreSteps', { count: rest })}</li>}
    </ul>
  );
}
