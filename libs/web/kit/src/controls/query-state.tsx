import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorText } from '../data/error-text.ts';
import { useTexts } from '../text/texts.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { Skeleton } from './skeleton.tsx';

export interface QueryStateProps<T> {
  query: UseQueryResult<T>;
  /** What stands there while the first answer is awaited. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's three faces: on its way, failed (with the reason and another try), there. */
export function QueryState<T>({ query, loading, children }: QueryStateProps<T>) {
  const t = useTexts('kit');
  const errorText = useErrorText();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return (
      <Callout
        kind="danger"
        role="alert"
        title={t('error.loadFailed')}
        actions={
          <Button look="outline" small icon="refresh" onClick={() => void query.refetch()}>
            {t('error.retry')}
          </Button>
        }
      >
        <p>{errorText(query.error)}</p>
      </Callout>
    );
  return <>{loading ?? <Skeleton />}</>;
}
