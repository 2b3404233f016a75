import { routes } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { Controller, Inject } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { Changes } from '../live/changes.ts';
import type { Settings } from '../settings/settings.ts';
import { ENGINE, SETTINGS } from '../tokens.ts';

/** The tenant's clock, for tests: only where a setting allows it, never in production. */
@Controller()
export class ClockController {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly changes: Changes,
  ) {}

  @Route(routes.pinClock)
  async pin({ viewer, body }: Call<typeof routes.pinClock>): Promise<undefined> {
    this.requireTestClock();
    await this.engine.setClock(viewer.tenantId, { mode: 'pinned', at: body.timestamp });
    this.changes.tell(viewer.tenantId, ['clock']);
    return undefined;
  }

  @Route(routes.resetClock)
  async reset({ viewer }: Call<typeof routes.resetClock>): Promise<undefined> {
    this.requireTestClock();
    await this.engine.setClock(viewer.tenantId, { mode: 'real' });
    this.changes.tell(viewer.tenantId, ['clock']);
    return undefined;
  }

  private requireTestClock(): void {
    if (!this.settings.testClock) throw new Refusal('CLOCK_FIXED');
  }
}
