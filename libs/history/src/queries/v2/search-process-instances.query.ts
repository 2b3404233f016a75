import type { PageResponse, ProcessInstanceResult, ProcessInstanceSearch } from '@iter/contract';
import { sqlParameters, visibleCases } from '@iter/identity';
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
  const { rows, page } = await queryPage<InstanceRow>(database, {
    select: INSTANCE_SELECT,
    from: INSTANCE_FROM,
    where: [visibleCases(viewer, 'c', parameters), ...instanceConditions(search.filter, parameters)],
    sort: sortBy(INSTANCE_SORT, search.sort, INSTANCE_SORT.processInstanceKey),
    page: search.page,
    parameters,
  });
  return { items: rows.map(instanceResult), page };
}
