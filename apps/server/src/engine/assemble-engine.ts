import type { Engine, TenantClock } from '@iter/engine-runtime';
import type { DataSource } from 'typeorm';
import type { SeedFolders } from '../seeds/load-seeds.ts';
import type { Settings } from '../settings/settings.ts';

/** The engine with its adapters. */
export function assembleEngine(
  _settings: Settings,
  _database: DataSource,
  _folders: SeedFolders,
): Promise<Engine> {
  const clocks = new Map<string, TenantClock>();
  const engine: Partial<Engine> = {
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    now: (tenant) => {
      const clock = clocks.get(tenant);
      return clock?.mode === 'pinned' ? clock.at : Date.now();
    },
    setClock: (tenant, clock) => {
      clocks.set(tenant, clock);
      return Promise.resolve();
    },
    onCommitted: () => () => undefined,
    onDeployed: () => () => undefined,
    status: () => ({ queuedCommands: 0, cachedInstances: 0, lastCommitAgoMs: null, accepting: true }),
  };
  return Promise.resolve(engine as Engine);
}
