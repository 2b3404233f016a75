import { findTaskFacts, type KnownTask } from '@iter/history';
import type { Viewer } from '@iter/identity';
import { Injectable } from '@nestjs/common';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';

/** Finds the task that a command is for. */
@Injectable()
export class OpenTasks {
  constructor(private readonly readers: Readers) {}

  /**
   * Finds it whoever asks: a task that is somebody else's is refused as such, by the rule of the command.
   *
   * @throws Refusal NOT_FOUND, or TASK_ENDED: both 404, as in Camunda
   */
  async require(viewer: Viewer, userTaskKey: string): Promise<KnownTask> {
    const task = found(await findTaskFacts(this.readers.of(viewer), userTaskKey));
    if (!task.isOpen) throw new Refusal(task.visible ? 'TASK_ENDED' : 'NOT_FOUND');
    return task;
  }
}
