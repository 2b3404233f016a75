import { Module } from '@nestjs/common';
import { ProcessDefinitionsController } from './process-definitions.controller.ts';

/** Versions of processes: search, diagram, start form, counts per element. */
@Module({ controllers: [ProcessDefinitionsController] })
export class ProcessDefinitionsModule {}
