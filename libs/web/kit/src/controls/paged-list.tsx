import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Pagination } from './pagination.tsx';
import { QueryState } from './query-state.tsx';
import { Skeleton } from './skeleton.tsx';

export interface PagedListProps<Row> {
  query: UseQueryResult<{ items: Row[]; page: { totalItems: number } }>;
  /** From 1. */
  page: number;
  pageSize: number;
  onPage: (page: number) => void;
  /** What stands there when nothing was found. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** What a search found, page by page. */
export function PagedList<Row>({ query, page, pageSize, onPage, empty, children }: PagedListProps<Row>) {
  return (
    <QueryState query={query} loading={<Skeleton lines={8} />}>
      {(found) =>
        found.items.length === 0 ? (
          empty
        ) : (
          <>
            {children(found.items)}
            <Pagination page={page} pageSize={pageSize} total={found.page.totalItems} onPage={onPage} />
          </>
        )
      }
    </QueryState>
  );
}

export interface NothingFoundProps {
  title: string;
  text: string;
  /** Words of the button that takes the filters away. */
  clear: string;
  onClear: () => void;
}

/** The filters leave nothing. */
export function NothingFound({ title, text, clear, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      icon="search"
      title={title}
      actions={
        <Button look="outline" onClick={onClear}>
          {clear}
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}
