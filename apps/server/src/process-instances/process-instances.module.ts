import { Module } from '@nestjs/common';
import { ElementInstancesController } from '../element-instances/element-instances.controller.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { IncidentsController } from '../incidents/incidents.controller.ts';
import { VariablesController } from '../variables/variables.controller.ts';
import { CaseOperations } from './case-operations.ts';
import { CreateProcessInstanceController } from './create-process-instance.controller.ts';
import { ProcessInstancesController } from './process-instances.controller.ts';
import { Starts } from './start.ts';
import { SteerProcessInstanceController } from './steer-process-instance.controller.ts';
import { Steering } from './steering.ts';

/** Process instances and what is in them: elements, variables, incidents. */
@Module({
  imports: [FormsModule],
  controllers: [
    ProcessInstancesController,
    CreateProcessInstanceController,
    SteerProcessInstanceController,
    ElementInstancesController,
    VariablesController,
    IncidentsController,
  ],
  providers: [Starts, Steering, CaseOperations],
  exports: [Starts, CaseOperations],
})
export class ProcessInstancesModule {}
