import { routes, type FormResult, type RouteResponse, type UserTaskResult } from '@iter/contract';
import { getForm, getUserTask, searchTaskVariables, searchUserTasks } from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

@Controller()
export class UserTasksController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.searchUserTasks)
  search({ viewer, body = {} }: Call<typeof routes.searchUserTasks>): Promise<Found> {
    return searchUserTasks(this.readers.of(viewer), body);
  }

  @Route(routes.getUserTask)
  async get({ viewer, params }: Call<typeof routes.getUserTask>): Promise<UserTaskResult> {
    return found(await getUserTask(this.readers.of(viewer), params.userTaskKey));
  }

  @Route(routes.getUserTaskForm)
  async form({ viewer, params }: Call<typeof routes.getUserTaskForm>): Promise<FormResult | undefined> {
    const reader = this.readers.of(viewer);
    const { formKey } = found(await getUserTask(reader, params.userTaskKey));
    return formKey === null ? undefined : getForm(reader, formKey);
  }

  @Route(routes.searchUserTaskVariables)
  async variables(call: Call<typeof routes.searchUserTaskVariables>): Promise<Variables> {
    const { viewer, params, query, body = {} } = call;
    const reader = this.readers.of(viewer);
    found(await getUserTask(reader, params.userTaskKey));
    return searchTaskVariables(reader, params.userTaskKey, body, !query.truncateValues);
  }
}

type Found = RouteResponse<typeof routes.searchUserTasks>;
type Variables = RouteResponse<typeof routes.searchUserTaskVariables>;
