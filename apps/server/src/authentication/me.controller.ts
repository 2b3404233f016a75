import { routes, type RouteResponse } from '@iter/contract';
import { findPerson } from '@iter/identity';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from '../http/call.ts';
import { Route } from '../http/route.decorator.ts';

type Me = RouteResponse<typeof routes.getAuthentication>;

@Controller()
export class AuthenticationMeController {
  constructor(private readonly database: DataSource) {}

  @Route(routes.getAuthentication)
  async me({ viewer, locale }: Call<typeof routes.getAuthentication>): Promise<Me> {
    const person = await findPerson(this.database, viewer, locale);
    return {
      username: viewer.userId,
      displayName: person?.name ?? null,
      email: person?.email ?? null,
      authorizedComponents: ['*'],
      tenants: [{ tenantId: viewer.tenantId, name: viewer.tenantId, description: null }],
      groups: [...viewer.groups],
      roles: [...new Set(viewer.holdings.map(({ role }) => role))],
      salesPlanType: null,
      c8Links: {},
      canLogout: true,
    };
  }
}
