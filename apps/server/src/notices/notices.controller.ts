import { routes, type NotificationsResult, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import {
  listCaseNotifications,
  listNotifications,
  listPublications,
  markNotificationRead,
} from '@iter/history';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from '../http/call.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { Changes } from '../live/changes.ts';
import { dayOf, defaultTenant } from '../tenant.ts';
import { ENGINE } from '../tokens.ts';

/** What cases tell people, and what they tell the public. */
@Controller()
export class NoticesController {
  constructor(
    private readonly readers: Readers,
    private readonly database: DataSource,
    private readonly changes: Changes,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.listNotifications)
  list({ viewer, query }: Call<typeof routes.listNotifications>): Promise<NotificationsResult> {
    const reader = this.readers.of(viewer);
    const { processInstanceKey } = query;
    return processInstanceKey === undefined
      ? listNotifications(reader)
      : listCaseNotifications(reader, processInstanceKey);
  }

  @Route(routes.readNotification)
  async read({ viewer, params }: Call<typeof routes.readNotification>): Promise<undefined> {
    const { tenantId } = viewer;
    const now = this.engine.now(tenantId);
    const known = await markNotificationRead(this.readers.of(viewer), params.notificationKey, now);
    if (!known) throw new Refusal('NOT_FOUND');
    this.changes.tell(tenantId, ['notifications']);
    return undefined;
  }

  @Route(routes.listPublications)
  async publications({ viewer }: Call<typeof routes.listPublications>): Promise<Publications> {
    const tenantId = viewer?.tenantId ?? defaultTenant;
    return { items: await listPublications(this.database, tenantId, dayOf(this.engine.now(tenantId))) };
  }
}

type Publications = RouteResponse<typeof routes.listPublications>;
