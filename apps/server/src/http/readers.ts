import type { Reader } from '@iter/history';
import type { Viewer } from '@iter/identity';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Makes what every query takes: from where to read, and for whom. */
@Injectable()
export class Readers {
  constructor(private readonly database: DataSource) {}

  of(viewer: Viewer): Reader {
    return { database: this.database, viewer };
  }
}
