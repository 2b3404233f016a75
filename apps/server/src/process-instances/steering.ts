import { findCaseFacts, type KnownCase } from '@iter/history';
import { refusalToSteerCase, type Viewer } from '@iter/identity';
import { Injectable } from '@nestjs/common';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';

/** Asks before a command whether the viewer may steer the case: cancel it, resolve, set variables. */
@Injectable()
export class Steering {
  constructor(private readonly readers: Readers) {}

  /**
   * @param key of the process instance or of anything in it
   * @throws Refusal NOT_FOUND where the viewer may not even see it, FORBIDDEN or OFFICE_NOT_YOURS otherwise
   */
  async require(viewer: Viewer, key: string): Promise<KnownCase> {
    const facts = found(await findCaseFacts(this.readers.of(viewer), key));
    const refusal = refusalToSteerCase(viewer, facts);
    if (refusal) throw new Refusal(facts.visible ? refusal : 'NOT_FOUND');
    return facts;
  }
}
