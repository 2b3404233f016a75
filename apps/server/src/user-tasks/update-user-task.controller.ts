import { routes, type UserTaskUpdate } from '@iter/contract';
import type { Engine, UpdateUserTask } from '@iter/engine-runtime';
import { refusalToUpdateTask } from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import { callerOf } from '../engine/caller.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';
import { OpenTasks } from './open-tasks.ts';
import { taskValueOf } from './task-answers.ts';

@Controller()
export class UpdateUserTaskController {
  constructor(
    private readonly tasks: OpenTasks,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.updateUserTask)
  async update({ viewer, params, body }: Call<typeof routes.updateUserTask>): Promise<undefined> {
    const refusal = refusalToUpdateTask(viewer, await this.tasks.require(viewer, params.userTaskKey));
    if (refusal) throw new Refusal(refusal);
    const action = body?.action ? { action: body.action } : {};
    const command = { ...callerOf(viewer), ...params, changes: changesOf(body?.changeset), ...action };
    taskValueOf(await this.engine.updateUserTask(command));
    return undefined;
  }
}

/** As in Camunda: null and absent leave a field as it is, an empty text or list clears it. */
function changesOf(changeset: UserTaskUpdate['changeset']): UpdateUserTask['changes'] {
  const { dueDate, followUpDate, candidateGroups, candidateUsers, priority } = changeset ?? {};
  return {
    ...(dueDate == null ? {} : { dueDate: dueDate || null }),
    ...(followUpDate == null ? {} : { followUpDate: followUpDate || null }),
    ...(candidateGroups == null ? {} : { candidateGroups }),
    ...(candidateUsers == null ? {} : { candidateUsers }),
    ...(priority == null ? {} : { priority }),
  };
}
