import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/diagrams.module.ts';
import { ProcessInstancesModule } from '../process-instances/process-instances.module.ts';
import { CaseOperationsController } from './case-operations.controller.ts';
import { CasesController } from './cases.controller.ts';
import { StartCaseController } from './start-case.controller.ts';

/** Cases: list, page, start. */
@Module({
  imports: [DiagramsModule, ProcessInstancesModule],
  controllers: [CasesController, CaseOperationsController, StartCaseController],
})
export class CasesModule {}
