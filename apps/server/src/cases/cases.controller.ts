import { routes, type CaseDetail, type CaseSearchResult } from '@iter/contract';
import { getCase, searchCases } from '@iter/history';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Route } from '../http/route.decorator.ts';

/** The pages of people who follow cases. */
@Controller()
export class CasesController {
  constructor(private readonly readers: Readers) {}

  @Route(routes.listCases)
  list({ viewer, body, locale }: Call<typeof routes.listCases>): Promise<CaseSearchResult> {
    return searchCases(this.readers.atWork(viewer, locale), body);
  }

  @Route(routes.getCase)
  async get({ viewer, params, locale }: Call<typeof routes.getCase>): Promise<CaseDetail> {
    return found(await getCase(this.readers.atWork(viewer, locale), params.processInstanceKey));
  }
}
