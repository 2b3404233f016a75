import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.ts';
import { AssignUserTaskController } from './assign-user-task.controller.ts';
import { CompleteUserTaskController } from './complete-user-task.controller.ts';
import { OpenTasks } from './open-tasks.ts';
import { UpdateUserTaskController } from './update-user-task.controller.ts';
import { UserTasksController } from './user-tasks.controller.ts';

/** User tasks: search, claim, change, complete. */
@Module({
  imports: [FormsModule],
  controllers: [
    UserTasksController,
    AssignUserTaskController,
    CompleteUserTaskController,
    UpdateUserTaskController,
  ],
  providers: [OpenTasks],
})
export class UserTasksModule {}
