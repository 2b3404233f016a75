import type { JsonText } from '@iter/engine-core';
import { createEngineDatabase } from '@iter/engine-postgres';
import { createEngine, type BuiltInWorker, type Debug, type Engine } from '@iter/engine-runtime';
import { historyProjections } from '@iter/history';
import type { Deathtrap, FromNode, NumberedRequest, Reply, Request } from './messages.ts';

/**
 * The engine in a process of its own, which is killed while it works. Its settings come as one JSON argument, its
 * commands and their answers go over the channel to the parent.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as { url: string; trap?: Deathtrap };
const caller = { tenantId: '<default>', actor: { userId: 'anna' } };

let reached = 0;
const debug: Debug = (point) => {
  if (settings.trap?.point !== point) return;
  reached += 1;
  if (reached === settings.trap.time) process.kill(process.pid, 'SIGKILL');
};
const worker: BuiltInWorker = {
  type: 'iter:probe',
  timeoutMs: 2_000,
  concurrency: 10,
  handle: () => Promise.resolve({}),
};

const tables = historyProjections.flatMap((projection) => projection.tables);
const stores = createEngineDatabase({ connectionString: settings.url, tables, debug });
const engine = createEngine(stores, {
  projections: historyProjections,
  builtInWorkers: [worker],
  limits: { sweepMs: 500 },
});
await stores.start();
await engine.start();
process.on('message', (message: NumberedRequest) => {
  void answer(engine, message.request).then((reply) => tell({ id: message.id, reply }));
});
tell({ ready: true });

function tell(message: FromNode): void {
  process.send?.(message);
}

function answer(to: Engine, request: Request): Promise<Reply> {
  switch (request.do) {
    case 'start': {
      const { processId, businessId } = request;
      const definition = { processDefinitionId: processId };
      const variables = { caseNumber: JSON.stringify(businessId) as JsonText };
      return to.createInstance({ ...caller, definition, businessId, variables });
    }
    case 'complete':
      return to.completeUserTask({ ...caller, userTaskKey: request.userTaskKey, variables: {} });
    case 'publish': {
      const { name, correlationKey } = request;
      return to.publishMessage({
        ...caller,
        name,
        correlationKey,
        messageId: correlationKey,
        timeToLive: 600_000,
        variables: {},
      });
    }
  }
}
