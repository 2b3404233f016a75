import { routes } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { findAssignee, refusalToAssignTask, type Assignee, type Viewer } from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { callerOf } from '../engine/caller.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { dayOf } from '../tenant.ts';
import { ENGINE } from '../tokens.ts';
import { OpenTasks } from './open-tasks.ts';
import { taskValueOf } from './task-answers.ts';

/** Claiming, giving to somebody, giving back. */
@Controller()
export class AssignUserTaskController {
  constructor(
    private readonly tasks: OpenTasks,
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.assignUserTask)
  async assign({ viewer, params, body }: Call<typeof routes.assignUserTask>): Promise<undefined> {
    const task = await this.tasks.require(viewer, params.userTaskKey);
    const assignee = body.assignee ?? viewer.userId;
    const claims = assignee === viewer.userId;
    const to = claims ? viewer : await this.knownPerson(viewer, assignee);
    const refusal = refusalToAssignTask(viewer, task, to);
    if (refusal) throw new Refusal(refusal);
    const allowOverride = body.allowOverride ?? true;
    if (!allowOverride && task.assignee !== null && task.assignee !== assignee) {
      throw new Refusal('TASK_ALREADY_ASSIGNED');
    }
    const action = body.action ? { action: body.action } : {};
    // Of two who claim at once one is second: only the engine can tell. Who steers the case takes it knowingly.
    const override = claims ? allowOverride && task.assignee !== null : allowOverride;
    const command = { ...callerOf(viewer), ...params, assignee, allowOverride: override, ...action };
    taskValueOf(await this.engine.assignUserTask(command), 'TASK_ALREADY_ASSIGNED');
    return undefined;
  }

  @Route(routes.unassignUserTask)
  async unassign({ viewer, params }: Call<typeof routes.unassignUserTask>): Promise<undefined> {
    const task = await this.tasks.require(viewer, params.userTaskKey);
    const refusal = refusalToAssignTask(viewer, task, null);
    if (refusal) throw new Refusal(refusal);
    taskValueOf(await this.engine.unassignUserTask({ ...callerOf(viewer), ...params }));
    return undefined;
  }

  private async knownPerson(viewer: Viewer, userId: string): Promise<Assignee> {
    const today = dayOf(this.engine.now(viewer.tenantId));
    const person = await findAssignee(this.database, viewer.tenantId, userId, today);
    if (!person) throw new Refusal('UNKNOWN_PERSON', { params: { userId } });
    return person;
  }
}
