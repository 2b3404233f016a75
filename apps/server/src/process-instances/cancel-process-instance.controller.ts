import { routes } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { Controller, Inject } from '@nestjs/common';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';
import { Steering } from './steering.ts';

@Controller()
export class CancelProcessInstanceController {
  constructor(
    private readonly steering: Steering,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.cancelProcessInstance)
  async cancel({ viewer, params }: Call<typeof routes.cancelProcessInstance>): Promise<undefined> {
    const { processInstanceKey } = params;
    const facts = await this.steering.require(viewer, processInstanceKey);
    // As in Camunda, an instance that has ended is no longer there to be canceled.
    if (!facts.isActive) throw new Refusal('NOT_FOUND');
    valueOf(await this.engine.cancelInstance({ ...callerOf(viewer), processInstanceKey }));
    return undefined;
  }
}
