import { routes, type RegisterResult } from '@iter/contract';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from '../http/call.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';
import { procedureRows } from './procedure-rows.ts';

@Controller()
export class RegisterController {
  constructor(
    private readonly database: DataSource,
    private readonly readers: Readers,
  ) {}

  @Route(routes.listRegister)
  async list({ viewer, locale }: Call<typeof routes.listRegister>): Promise<RegisterResult> {
    return { procedures: await procedureRows(this.database, this.readers.atWork(viewer, locale), new Map()) };
  }
}
