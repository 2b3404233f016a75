import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.ts';

/** The interface of job workers. */
@Module({ controllers: [JobsController] })
export class JobsModule {}
