import { describe, expect, it } from '@jest/globals';
import { createMemoryStore } from '../memory-store.ts';
import {
  CommitUnknownError,
  StoreUnavailableError,
  type CommitPlan,
  type InstanceStore,
  type TurnWrite,
} from '../ports/instance-store.ts';
import { firstTurn } from '../store-contract.ts';
import { GroupCommitter } from './group-committer.ts';

/** A store in memory whose commits a test can make fail. */
function faultyStore(fail: (plan: CommitPlan, attempt: number) => Error | undefined) {
  const memory = createMemoryStore();
  const sizes: number[] = [];
  let attempt = 0;
  const instances: InstanceStore = {
    takeNumbers: (count) => memory.instances.takeNumbers(count),
    load: (wanted) => memory.instances.load(wanted),
    versions: (wanted) => memory.instances.versions(wanted),
    ownerOf: (number) => memory.instances.ownerOf(number),
    rootVariables: (instance) => memory.instances.rootVariables(instance),
    committedBy: (batch, turns) => memory.instances.committedBy(batch, turns),
    commit: async (plan, lane) => {
      attempt += 1;
      const write = (counted: readonly number[]) => {
        const made = plan.write(counted);
        sizes.push(made.turns.length);
        return made;
      };
      const failure = fail(plan, attempt);
      if (failure instanceof StoreUnavailableError) throw failure;
      if (failure && !(failure instanceof CommitUnknownError)) {
        write(plan.counters.map(() => 0));
        throw failure;
      }
      const outcome = await memory.instances.commit({ ...plan, write }, lane);
      if (failure) throw failure;
      return outcome;
    },
  };
  const committer = new GroupCommitter(instances, {
    maxBatch: 4,
    lanes: 1,
    patienceMs: 1_000,
    batchKey: async () => String(await instances.takeNumbers(1)),
  });
  const commit = (turn: TurnWrite) =>
    committer.commit(turn.facts.instance, { counter: undefined, write: () => turn });
  return { memory: { ...memory, instances }, sizes, commit, committer };
}
const never = () => undefined;

describe('the group committer', () => {
  it('commits together what is queued, up to the size of a batch', async () => {
    const { memory, sizes, commit } = faultyStore(never);
    const turns = await Promise.all(Array.from({ length: 6 }, () => firstTurn(memory)));
    const verdicts = await Promise.all(turns.map(commit));
    expect(verdicts.map(({ is }) => is)).toEqual(turns.map(() => 'committed'));
    expect(sizes).toEqual([4, 2]);
  });

  it('tells a stale turn that it lost', async () => {
    const { memory, commit } = faultyStore(never);
    const turn = await firstTurn(memory);
    await commit(turn);
    expect(await commit(turn)).toEqual({ is: 'lost' });
  });

  it('tries each alone when the store refuses the batch, and fails only the bad one', async () => {
    const bad = new Set<number>();
    const { memory, commit } = faultyStore((plan) => {
      const { turns } = plan.write([]);
      return turns.some(({ facts }) => bad.has(facts.instance)) ? new Error('refused') : undefined;
    });
    const turns = await Promise.all([firstTurn(memory), firstTurn(memory), firstTurn(memory)]);
    bad.add(turns[1].facts.instance);
    const results = await Promise.allSettled(turns.map(commit));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('waits for a store that cannot be reached', async () => {
    const { memory, commit } = faultyStore((_plan, attempt) =>
      attempt < 3 ? new StoreUnavailableError('away') : undefined,
    );
    expect(await commit(await firstTurn(memory))).toMatchObject({ is: 'committed' });
  });

  it('gives up on a store that stays away', async () => {
    const { memory, commit } = faultyStore(() => new StoreUnavailableError('away'));
    await expect(commit(await firstTurn(memory))).rejects.toThrow('away');
  });

  it('finds a batch whose answer was lost in the history', async () => {
    const { memory, sizes, commit } = faultyStore((_plan, attempt) =>
      attempt === 1 ? new CommitUnknownError('cut') : undefined,
    );
    expect(await commit(await firstTurn(memory))).toMatchObject({ is: 'committed' });
    expect(sizes).toEqual([1]);
  });

  it('takes a turn that does not want to be stored out of the batch', async () => {
    const { committer } = faultyStore(never);
    const item = { counter: undefined, write: () => undefined };
    expect(await committer.commit(1, item)).toEqual({ is: 'void' });
  });
});
