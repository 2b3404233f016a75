import { useApi, useNow } from '@iter/web-kit';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { countsOf, type ElementCounts } from './live-counts.ts';

/** More late tasks of one version than that are not counted one by one. */
const MOST = 10_000;

/**
 * The counts of a version, asked for again whenever a case changes and, because tasks become late by themselves,
 * every minute of the product's clock.
 */
export function useLiveCounts(
  processDefinitionKey: string,
): UseQueryResult<ReadonlyMap<string, ElementCounts>> {
  const api = useApi();
  const now = `${useNow().toISOString().slice(0, 16)}:00.000Z`;
  return useQuery({
    queryKey: ['cases', 'counts', processDefinitionKey, now],
    queryFn: async ({ signal }) => {
      const params = { processDefinitionKey };
      const [statistics, late] = await Promise.all([
        api.getProcessDefinitionStatistics({ params }, { signal }),
        api.searchUserTasks(
          {
            body: {
              filter: { processDefinitionKey, state: 'CREATED', dueDate: { $lt: now } },
              page: { limit: MOST },
            },
          },
          { signal },
        ),
      ]);
      return { statistics: statistics.items, late: late.items };
    },
    select: ({ statistics, late }): ReadonlyMap<string, ElementCounts> => countsOf(statistics, late),
    placeholderData: keepPreviousData,
  });
}
