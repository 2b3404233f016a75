import type { Locale } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import type { Reader, WorkplaceReader } from '@iter/history';
import type { Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENGINE } from '../tokens.ts';

/** Makes what every query takes: from where to read, and for whom. */
@Injectable()
export class Readers {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  of(viewer: Viewer): Reader {
    return { database: this.database, viewer };
  }

  /** For the pages of people, which depend on the language and on the tenant's clock. */
  atWork(viewer: Viewer, language: Locale): WorkplaceReader {
    return { database: this.database, viewer, language, now: this.engine.now(viewer.tenantId) };
  }
}
