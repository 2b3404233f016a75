import { loadViewer, type Viewer } from '@iter/identity';
import type { Engine } from '@iter/engine-runtime';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { processesOfPatterns } from '../register/processes-of-patterns.query.ts';
import { dayOf } from '../tenant.ts';
import { ENGINE } from '../tokens.ts';

/** Who somebody is today: loaded anew for each request, so that a role that ends today ends today. */
@Injectable()
export class Viewers {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /** Undefined where there is no such active person. */
  of(tenantId: string, userId: string): Promise<Viewer | undefined> {
    const today = dayOf(this.engine.now(tenantId));
    return loadViewer(
      this.database,
      (tenant, patterns) => processesOfPatterns(this.database, tenant, patterns),
      { tenantId, userId, today },
    );
  }
}
