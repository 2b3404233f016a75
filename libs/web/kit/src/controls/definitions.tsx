import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Definition {
  term: string;
  /** Nothing is drawn for `null` and `undefined`. */
  value: ReactNode;
}

/** Names and values: the facts of a case, a task, a sheet. */
export function Definitions({ items, stacked }: { items: readonly Definition[]; stacked?: boolean }) {
  return (
    <dl className={classNames('iter-definitions', stacked && 'iter-definitions-stacked')}>
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
