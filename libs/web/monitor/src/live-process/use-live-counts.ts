import { useApi, useNow } from '@iter/web-kit';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { countsOf, type ElementCounts } from './live-counts.ts';

/** More late tasks of one version than that are not counted one by one. */
const MOST = 10_000;

/**
 * The counts of a version, asked for again whenever a case changes. "Late" is what the product's clock says when
 * it is asked.
 */
export function useLiveCounts(
  processDefinitionKey: string,
): UseQueryResult<ReadonlyMap<string, ElementCounts>> {
  const api = useApi();
  const now = useNow();
  const latestNow = useRef(now);
  latestNow.current = now;
  return useQuery({
    queryKey: ['cases', 'counts', processDefinitionKey],
    queryFn: async ({ signal }) => {
      const [statistics, late] = await Promise.all([
        api.getProcessDefinitionStatistics({ params: { processDefinitionKey } }, { signal }),
        api.searchUserTasks(
          {
            body: {
              filter: {
                processDefinitionKey,
                state: 'CREATED',
                dueDate: { $lt: latestNow.current.toISOString() },
              },
              page: { limit: MOST },
            },
          },
          { signal },
        ),
      ]);
      return { statistics: statistics.items, late: late.items };
    },
    select: ({ statistics, late }) => countsOf(statistics, late) as ReadonlyMap<string, ElementCounts>,
  });
}
