import type { Engine, MigrateInstance, ModifyInstance, SteerInstance } from '@iter/engine-runtime';
import { deleteCase, type KnownCase } from '@iter/history';
import type { Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import { Refusal } from '../http/refusal.ts';
import { ENGINE } from '../tokens.ts';
import { Steering } from './steering.ts';

/** Who does what to which case, and why; `/v2` knows no reasons. */
interface OperationRequest {
  readonly viewer: Viewer;
  readonly processInstanceKey: string;
  readonly reason?: string;
}
type Modification = Pick<ModifyInstance, 'activate' | 'move' | 'terminate'>;
type Migration = Pick<MigrateInstance, 'targetProcessDefinitionKey' | 'mapping'>;

/** What is done to cases as a whole, by those who steer them. */
@Injectable()
export class CaseOperations {
  constructor(
    private readonly steering: Steering,
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  async cancel(request: OperationRequest): Promise<undefined> {
    valueOf(await this.engine.cancelInstance(await this.running(request)));
    return undefined;
  }

  async suspend(request: OperationRequest): Promise<undefined> {
    valueOf(await this.engine.suspendInstance(await this.running(request)));
    return undefined;
  }

  async resume(request: OperationRequest): Promise<undefined> {
    valueOf(await this.engine.resumeInstance(await this.running(request)));
    return undefined;
  }

  async modify(request: OperationRequest, modification: Modification): Promise<undefined> {
    valueOf(await this.engine.modifyInstance({ ...(await this.running(request)), ...modification }));
    return undefined;
  }

  async migrate(request: OperationRequest, migration: Migration): Promise<undefined> {
    const answer = await this.engine.migrateInstance({ ...(await this.running(request)), ...migration });
    if (!answer.ok && answer.rejection.code === 'INVALID_STATE')
      throw new Refusal('MIGRATION_REFUSED', { params: { reason: answer.rejection.message } });
    valueOf(answer);
    return undefined;
  }

  /** What would not fit. */
  async checkMigration(request: OperationRequest, migration: Migration): Promise<readonly string[]> {
    return valueOf(await this.engine.checkMigration({ ...(await this.running(request)), ...migration }));
  }

  /** Only what has ended, with all that it called. */
  async remove({ viewer, processInstanceKey, reason }: OperationRequest): Promise<undefined> {
    await this.steering.require(viewer, processInstanceKey);
    const { tenantId, userId } = viewer;
    const at = this.engine.now(tenantId);
    const deletion = { tenantId, processInstanceKey, userId, reason: reason ?? null, at };
    if (!(await deleteCase(this.database, deletion))) throw new Refusal('WRONG_STATE');
    return undefined;
  }

  /** As in Camunda, an instance that has ended is no longer there to be steered. */
  private async running({ viewer, processInstanceKey, reason }: OperationRequest): Promise<SteerInstance> {
    const facts: KnownCase = await this.steering.require(viewer, processInstanceKey);
    if (!facts.isActive) throw new Refusal('NOT_FOUND');
    return { ...callerOf(viewer), processInstanceKey, ...(reason !== undefined && { reason }) };
  }
}
