import { z } from 'zod';
import { dateTime, tenantId } from './values.schema.ts';

export const topologyResult = z
  .object({
    brokers: z.array(
      z.object({
        nodeId: z.int(),
        host: z.string(),
        port: z.int(),
        partitions: z.array(
          z.object({
            partitionId: z.int(),
            role: z.enum(['leader', 'follower', 'inactive']),
            health: z.enum(['healthy', 'unhealthy', 'dead']),
          }),
        ),
        version: z.string(),
      }),
    ),
    clusterId: z.string().nullable(),
    clusterSize: z.int(),
    partitionsCount: z.int(),
    replicationFactor: z.int(),
    gatewayVersion: z.string(),
    lastCompletedChangeId: z.string(),
  })
  .describe('What this server is made of, in the words of a cluster.');

export const licenseResult = z.object({
  validLicense: z.boolean(),
  licenseType: z.string(),
  isCommercial: z.boolean(),
  expiresAt: dateTime.nullable(),
});

export const authenticationResult = z
  .object({
    username: z.string(),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    authorizedComponents: z.array(z.string()),
    tenants: z.array(z.object({ name: z.string(), tenantId, description: z.string().nullable() })),
    groups: z.array(z.string()),
    roles: z.array(z.string()),
    salesPlanType: z.string().nullable(),
    c8Links: z.record(z.string(), z.string()),
    canLogout: z.boolean(),
  })
  .describe('Who the caller is.');

export const clockPinRequest = z.strictObject({
  timestamp: z.int().gte(0).describe('Milliseconds since 1970 at which the clock stands still.'),
});
