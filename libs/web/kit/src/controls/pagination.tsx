import { useTexts } from '../text/texts.ts';
import { Button } from './button.tsx';

export interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

/** "21–40 di 134", with the ways forward and back; nothing when one page holds all. */
export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const t = useTexts('kit');
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="iter-pagination" aria-label={t('pagination.label')}>
      <Button
        look="outline"
        small
        icon="chevron-left"
        aria-disabled={page <= 1}
        onClick={() => page > 1 && onPage(page - 1)}
      >
        {t('pagination.previous')}
      </Button>
      <span aria-live="polite">
        {t('pagination.range', { from, to: Math.min(total, page * pageSize), total })}
      </span>
      <Button
        look="outline"
        small
        icon="chevron-right"
        className="iter-pagination-next"
        aria-disabled={page >= pages}
        onClick={() => page < pages && onPage(page + 1)}
      >
        {t('pagination.next')}
      </Button>
    </nav>
  );
}
