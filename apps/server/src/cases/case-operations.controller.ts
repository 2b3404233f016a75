import { routes, type RouteResponse } from '@iter/contract';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { requiredField } from '../http/read-input.ts';
import { Route } from '../http/route.decorator.ts';
import { CaseOperations } from '../process-instances/case-operations.ts';
import { migrationOf, modificationOf } from '../process-instances/instructions.ts';

/** What is done to cases as a whole, each with its reason. */
@Controller()
export class CaseOperationsController {
  constructor(private readonly operations: CaseOperations) {}

  @Route(routes.cancelCase)
  cancel({ viewer, params, body }: Call<typeof routes.cancelCase>): Promise<undefined> {
    return this.operations.cancel({ viewer, ...params, ...body });
  }

  @Route(routes.suspendCase)
  suspend({ viewer, params, body }: Call<typeof routes.suspendCase>): Promise<undefined> {
    return this.operations.suspend({ viewer, ...params, ...body });
  }

  @Route(routes.resumeCase)
  resume({ viewer, params, body }: Call<typeof routes.resumeCase>): Promise<undefined> {
    return this.operations.resume({ viewer, ...params, ...body });
  }

  @Route(routes.modifyCase)
  modify({ viewer, params, body }: Call<typeof routes.modifyCase>): Promise<undefined> {
    const { reason } = body;
    return this.operations.modify({ viewer, ...params, reason }, modificationOf(body));
  }

  @Route(routes.migrateCase)
  async migrate({ viewer, params, body, locale }: Call<typeof routes.migrateCase>): Promise<Migrated> {
    const { reason, dryRun } = body;
    if (dryRun) {
      const problems = await this.operations.checkMigration({ viewer, ...params }, migrationOf(body));
      return { migrated: false, problems: [...problems] };
    }
    if (reason === undefined) throw requiredField(locale, 'reason');
    await this.operations.migrate({ viewer, ...params, reason }, migrationOf(body));
    return { migrated: true, problems: [] };
  }

  @Route(routes.deleteCase)
  remove({ viewer, params, body }: Call<typeof routes.deleteCase>): Promise<undefined> {
    return this.operations.remove({ viewer, ...params, ...body });
  }
}

type Migrated = RouteResponse<typeof routes.migrateCase>;
