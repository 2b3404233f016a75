import { routes } from '@iter/contract';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { Route } from '../http/route.decorator.ts';
import { CaseOperations } from './case-operations.ts';
import { migrationOf, modificationOf } from './instructions.ts';

/** Operations on one instance as Camunda 8 has them. */
@Controller()
export class SteerProcessInstanceController {
  constructor(private readonly operations: CaseOperations) {}

  @Route(routes.cancelProcessInstance)
  cancel({ viewer, params }: Call<typeof routes.cancelProcessInstance>): Promise<undefined> {
    return this.operations.cancel({ viewer, ...params });
  }

  @Route(routes.modifyProcessInstance)
  modify({ viewer, params, body }: Call<typeof routes.modifyProcessInstance>): Promise<undefined> {
    return this.operations.modify({ viewer, ...params }, modificationOf(body));
  }

  @Route(routes.migrateProcessInstance)
  migrate({ viewer, params, body }: Call<typeof routes.migrateProcessInstance>): Promise<undefined> {
    return this.operations.migrate({ viewer, ...params }, migrationOf(body));
  }

  @Route(routes.deleteProcessInstance)
  remove({ viewer, params }: Call<typeof routes.deleteProcessInstance>): Promise<undefined> {
    return this.operations.remove({ viewer, ...params });
  }
}
