import { routes, type TaskDetail, type TaskSearchResult } from '@iter/contract';
import { getTask, searchTasks } from '@iter/history';
import { Controller } from '@nestjs/common';
import { PublishedDiagrams } from '../diagrams/published-diagrams.ts';
import { fromVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

/** The pages of people who do tasks. */
@Controller()
export class TasksController {
  constructor(
    private readonly readers: Readers,
    private readonly diagrams: PublishedDiagrams,
  ) {}

  @Route(routes.listTasks)
  list({ viewer, body, locale }: Call<typeof routes.listTasks>): Promise<TaskSearchResult> {
    return searchTasks(this.readers.atWork(viewer, locale), body);
  }

  @Route(routes.getTask)
  async get({ viewer, params, locale }: Call<typeof routes.getTask>): Promise<TaskDetail> {
    const reader = this.readers.atWork(viewer, locale);
    const page = found(await getTask(reader, params.userTaskKey));
    const diagram = await this.diagrams.of(reader, page.processDefinitionKey);
    return {
      ...page,
      documentation: diagram?.file.documentation.get(page.task.elementId) ?? null,
      variables: fromVariables(page.variables),
    };
  }
}
