import { useTexts } from '../text/texts.ts';

export interface SkeletonProps {
  /** Grey lines, as many as the content will roughly have. */
  lines?: number;
  /** A grey block of this height in pixels instead, for a diagram. */
  height?: number;
}

/** Stands where content will be, and tells screen readers that it is on its way. */
export function Skeleton({ lines = 4, height }: SkeletonProps) {
  const t = useTexts('kit');
  return (
    <div className="iter-skeleton" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {height ? (
        <div className="iter-skeleton-block" style={{ height }} aria-hidden="true" />
      ) : (
        Array.from({ length: lines }, (_, line) => (
          <div key={line} className="iter-skeleton-line" aria-hidden="true" />
        ))
      )}
    </div>
  );
}
