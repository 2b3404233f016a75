import type { TaskRow } from '@iter/contract';
import {
  Button,
  ButtonLink,
  DataTable,
  DueBadge,
  Link,
  paths,
  useDates,
  useTexts,
  type Column,
  type Texts,
} from '@iter/web-kit';
import type { ChangeFilter } from './task-filters.tsx';
import type { SortField, TaskFilter } from './task-filter.ts';
import { useClaim } from './use-claim.ts';

export interface TaskTableProps {
  rows: readonly TaskRow[];
  filter: TaskFilter;
  change: ChangeFilter;
  busy: boolean;
}

export function TaskTable({ rows, filter, change, busy }: TaskTableProps) {
  const t = useTexts('tasks');
  const dates = useDates();
  const done = filter.elenco === 'done';
  const columns: Column<TaskRow>[] = [
    taskColumn(t),
    {
      id: 'businessId',
      header: t('column.case'),
      sortable: true,
      width: '17rem',
      cell: (row) => <CaseCell row={row} />,
    },
    done
      ? {
          id: 'completedAt',
          header: t('column.completedAt'),
          sortable: true,
          width: '14rem',
          cell: (row) => (row.completedAt ? dates.shortDateTime(row.completedAt) : ''),
        }
      : {
          id: 'dueDate',
          header: t('column.due'),
          sortable: true,
          width: '15rem',
          cell: (row) => <DueBadge due={row.dueDate} />,
        },
    ...(filter.elenco === 'offices' ? [candidatesColumn(t)] : []),
    ...(done ? [] : [actionsColumn(t)]),
  ];
  return (
    <DataTable
      caption={t(`list.${filter.elenco}`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.userTaskKey}
      sort={{ by: filter.ordine, descending: filter.decrescente }}
      onSort={({ by, descending }) =>
        change({ ordine: by as SortField, decrescente: descending, pagina: undefined })
      }
      busy={busy}
    />
  );
}

function taskColumn(t: Texts): Column<TaskRow> {
  return {
    id: 'name',
    header: t('column.task'),
    sortable: true,
    onPhone: 'title',
    cell: (row) => (
      <>
        <Link to={paths.task(row.userTaskKey)} className="iter-row-title">
          {row.name}
        </Link>
        <span className="iter-row-sub">{row.processTitle}</span>
      </>
    ),
  };
}

function candidatesColumn(t: Texts): Column<TaskRow> {
  return {
    id: 'candidates',
    header: t('column.candidates'),
    cell: (row) => row.candidates.map(({ label }) => label).join(', '),
  };
}

function actionsColumn(t: Texts): Column<TaskRow> {
  return {
    id: 'actions',
    header: t('column.actions'),
    hideHeader: true,
    onPhone: 'actions',
    cell: (row) => <RowAction row={row} />,
  };
}

function CaseCell({ row }: { row: TaskRow }) {
  const t = useTexts('tasks');
  return (
    <>
      <Link to={paths.case(row.rootProcessInstanceKey)} className="iter-number iter-nowrap">
        {row.businessId ?? t('noNumber')}
      </Link>
      {row.officeLabel && <span className="iter-row-sub">{row.officeLabel}</span>}
    </>
  );
}

function RowAction({ row }: { row: TaskRow }) {
  const t = useTexts('tasks');
  const claim = useClaim({ offerToOpen: true });
  if (row.canClaim && !row.assignee)
    return (
      <Button
        small
        look="outline"
        busy={claim.isPending}
        onClick={() => claim.mutate(row.userTaskKey)}
        aria-label={t('claim.labelOf', { task: row.name })}
      >
        {t('claim.label')}
      </Button>
    );
  return (
    <ButtonLink
      small
      look="outline"
      to={paths.task(row.userTaskKey)}
      aria-label={t('openOf', { task: row.name })}
    >
      {t('open')}
    </ButtonLink>
  );
}
