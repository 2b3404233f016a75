import type { Language } from '@iter/identity';
import type { Reader } from '../reader.ts';

/** A person at work: what is shown depends on the language and on the tenant's clock too. */
export interface WorkplaceReader extends Reader {
  readonly language: Language;
  /** Epoch milliseconds of the tenant's clock. */
  readonly now: number;
}
