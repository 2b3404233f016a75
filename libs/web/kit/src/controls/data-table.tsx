import type { ReactNode } from 'react';
import { useTexts } from '../text/texts.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The column can be sorted by. */
  sortable?: boolean;
  /** On a phone: the card's heading, its foot with buttons, a line with its header, or left out. */
  onPhone?: 'title' | 'actions' | 'line' | 'hidden';
  /** The header is read out but not drawn (a column of buttons). */
  hideHeader?: boolean;
  align?: 'end';
  width?: string;
}

export interface Sort {
  by: string;
  descending: boolean;
}

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClassName?: (row: Row) => string | undefined;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** New rows are being fetched: the old ones stay, dimmed. */
  busy?: boolean;
}

/**
 * A table that becomes cards on a phone. The roles are written out because a table drawn as blocks loses its
 * own in some browsers.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowClassName, busy } = props;
  return (
    <table role="table" className={classNames('iter-table', busy && 'iter-table-busy')} aria-busy={busy}>
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)} className={rowClassName?.(row)}>
            {columns.map((column) => (
              <td
                role="cell"
                key={column.id}
                data-label={column.header}
                className={classNames(
                  `iter-cell-${column.onPhone ?? 'line'}`,
                  column.align === 'end' && 'iter-cell-end',
                )}
              >
                <div className="iter-cell-body">{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column, sort, onSort }: DataTableProps<Row> & { column: Column<Row> }) {
  const t = useTexts('kit');
  const active = sort?.by === column.id;
  const style = column.width ? { width: column.width } : undefined;
  if (!column.sortable || !onSort)
    return (
      <th
        role="columnheader"
        scope="col"
        style={style}
        className={column.align === 'end' ? 'iter-cell-end' : undefined}
      >
        <span className={column.hideHeader ? 'visually-hidden' : undefined}>{column.header}</span>
      </th>
    );
  const descending = active && sort.descending;
  return (
    <th
      role="columnheader"
      scope="col"
      style={style}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="iter-sort"
        onClick={() => onSort({ by: column.id, descending: active && !descending })}
      >
        {column.header}
        <span className="visually-hidden">{t('table.sort')}</span>
        <Icon
          name={active ? (descending ? 'arrow-down-triangle' : 'arrow-up-triangle') : 'exchange-circle'}
          size="xs"
          className={active ? 'iter-sort-active' : 'iter-sort-idle'}
        />
      </button>
    </th>
  );
}
