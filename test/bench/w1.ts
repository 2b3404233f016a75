import { createEngineDatabase, type EngineDatabase } from '@iter/engine-postgres';
import { createEngine, type Answer, type Engine, type TurnWrite } from '@iter/engine-runtime';
import { historyProjections } from '@iter/history';
import { process as bpmn } from '@iter/testing';

/** W1: start an instance that stops at a user task; complete the task; the instance ends. */
export interface W1 {
  /** Plays one instance; two commands, each durable before it is answered. */
  play(): Promise<void>;
  stop(): Promise<void>;
}
/** What the product writes for the two turns of an instance, with the instance's number to be put in. */
export interface RecordedTurns {
  readonly start: TurnWrite;
  readonly complete: TurnWrite;
}

const caller = { tenantId: '<default>', actor: { userId: 'anna' } };
const definition = { processDefinitionId: 'w1' };
const tables = historyProjections.flatMap((projection) => projection.tables);

/** The product in process: history, search tables and variables as they are in use. */
export async function engineW1(url: string, recorded: (turns: RecordedTurns) => void): Promise<W1> {
  const stores = createEngineDatabase({ connectionString: url, tables });
  await stores.start();
  const engine = createEngine(stores, { projections: historyProjections });
  await engine.start();
  const content = new TextEncoder().encode(bpmn('w1').start().userTask('task').end().xml());
  value(await engine.deploy({ ...caller, resources: [{ name: 'w1.bpmn', content }] }));
  const { turns, task } = await record(engine, stores);
  recorded(turns);
  return {
    async play() {
      const { processInstanceKey } = value(
        await engine.createInstance({ ...caller, definition, variables: {} }),
      );
      const userTaskKey = String(BigInt(processInstanceKey) + BigInt(task));
      value(await engine.completeUserTask({ ...caller, userTaskKey, variables: {} }));
    },
    async stop() {
      await engine.stop();
      await stores.stop();
    },
  };
}

/** Plays one instance and keeps what was written for it. */
async function record(
  engine: Engine,
  stores: EngineDatabase,
): Promise<{ readonly turns: RecordedTurns; readonly task: number }> {
  const written: TurnWrite[] = [];
  const commit = stores.instances.commit.bind(stores.instances);
  stores.instances.commit = (plan, lane) =>
    commit(
      {
        ...plan,
        write: (counted) => {
          const made = plan.write(counted);
          written.push(...made.turns);
          return made;
        },
      },
      lane,
    );
  const { processInstanceKey } = value(await engine.createInstance({ ...caller, definition, variables: {} }));
  const events = JSON.parse(written[0]?.history ?? '[]') as { type: string; wait: { key: number } }[];
  const task = events.find(({ type }) => type === 'wait-opened')?.wait.key ?? 0;
  const userTaskKey = String(BigInt(processInstanceKey) + BigInt(task));
  value(await engine.completeUserTask({ ...caller, userTaskKey, variables: {} }));
  stores.instances.commit = commit;
  const [start, complete] = written;
  if (!start || !complete) throw new Error('Expected two turns to be written');
  return { turns: { start, complete }, task };
}

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.rejection.code}: ${answer.rejection.message}`);
  return answer.value;
}
