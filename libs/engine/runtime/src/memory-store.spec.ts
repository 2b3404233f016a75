import { describe, expect, it } from '@jest/globals';
import { createMemoryStore } from './memory-store.ts';
import { storeContract } from './store-contract.ts';

describe('the store in memory', () => {
  it.each(storeContract)('$name', async ({ run }) => {
    await expect(run(createMemoryStore())).resolves.toBeUndefined();
  });
});
