import type { PageResponse, ProcessInstanceResult, ProcessInstanceSearch } from '@iter/contract';
import { seesAllCases, sqlParameters, visibleCase, visibleCases } from '@iter/identity';
import { namedInstance } from '../../search/named-instance.ts';
import { queryPage } from '../../search/page.ts';
import { sortBy } from '../../search/sort.ts';
import type { Reader } from '../reader.ts';
import {
  INSTANCE_FROM,
  INSTANCE_SELECT,
  INSTANCE_SORT,
  instanceConditions,
  instanceResult,
  type InstanceRow,
} from './process-instance.sql.ts';

export interface SearchResult<Item> {
  readonly items: Item[];
  readonly page: PageResponse;
}

/** `POST /v2/process-instances/search`. */
export async function searchProcessInstances(
  { database, viewer }: Reader,
  search: ProcessInstanceSearch,
): Promise<SearchResult<ProcessInstanceResult>> {
  const parameters = sqlParameters();
  const named = namedInstance([search.filter?.processInstanceKey], 'c.process_instance_key', parameters);
  const visible = named.length > 0 ? visibleCase : visibleCases;
  const { rows, page } = await queryPage<InstanceRow>(database, {
    select: INSTANCE_SELECT,
    from: INSTANCE_FROM,
    where: [visible(viewer, 'c', parameters), ...named, ...instanceConditions(search.filter, parameters)],
    sort: sortBy(INSTANCE_SORT, search.sort, [INSTANCE_SORT.processInstanceKey]),
    page: search.page,
    parameters,
    countsAlong: !seesAllCases(viewer),
  });
  return { items: rows.map(instanceResult), page };
}
