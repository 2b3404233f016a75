import { routes, type RegisterResult, type Sheet } from '@iter/contract';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';
import { Procedures } from './procedures.ts';

@Controller()
export class RegisterController {
  constructor(
    private readonly readers: Readers,
    private readonly procedures: Procedures,
  ) {}

  @Route(routes.listRegister)
  async list({ viewer, locale }: Call<typeof routes.listRegister>): Promise<RegisterResult> {
    return { procedures: await this.procedures.list(this.readers.atWork(viewer, locale)) };
  }

  @Route(routes.getSheet)
  sheet({ viewer, params, locale }: Call<typeof routes.getSheet>): Promise<Sheet> {
    return this.procedures.sheet(this.readers.atWork(viewer, locale), params.processId);
  }
}
