import { routes, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import type { Settings } from '../settings/settings.ts';
import { ENGINE, SETTINGS } from '../tokens.ts';
import { productVersion } from '../version.ts';

/** Version of Camunda's API that `/v2` speaks: clients decide by it what they may ask. */
const gatewayVersion = '8.9.0';

@Controller()
export class ClusterController {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Route(routes.getTopology)
  topology(): RouteResponse<typeof routes.getTopology> {
    const healthy = this.engine.status().accepting;
    return {
      brokers: [
        {
          nodeId: 0,
          host: this.settings.host,
          port: this.settings.port,
          partitions: [{ partitionId: 1, role: 'leader', health: healthy ? 'healthy' : 'unhealthy' }],
          version: productVersion,
        },
      ],
      clusterId: null,
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion,
      lastCompletedChangeId: '-1',
    };
  }

  /** 204 only where a command could be answered: the engine accepts and the database answers. */
  @Route(routes.getStatus)
  async status(): Promise<undefined> {
    if (!this.engine.status().accepting) throw new Refusal('UNAVAILABLE', { retryAfter: 5 });
    await this.database.query('SELECT 1').catch((cause: unknown) => {
      throw new Refusal('UNAVAILABLE', { retryAfter: 5, cause });
    });
    return undefined;
  }

  @Route(routes.getLicense)
  license(): RouteResponse<typeof routes.getLicense> {
    return { validLicense: true, licenseType: 'iter', isCommercial: false, expiresAt: null };
  }
}
