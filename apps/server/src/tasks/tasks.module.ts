import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/diagrams.module.ts';
import { TasksController } from './tasks.controller.ts';

/** Task list and task page. */
@Module({ imports: [DiagramsModule], controllers: [TasksController] })
export class TasksModule {}
