/** A seed of the product is not what it should be; the message lists where. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}
