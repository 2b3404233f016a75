import type { Database, Viewer } from '@iter/identity';

/** Who reads, and from where. Every query takes one and joins the viewer's predicate. */
export interface Reader {
  readonly database: Database;
  readonly viewer: Viewer;
}
