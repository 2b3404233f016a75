import type { Sheet } from '../sheet/sheet.schema.ts';
import type { Create, ModdleObject } from './moddle.ts';
import type { Sources } from './sources.ts';
import type { Zeebe } from './zeebe.ts';

/** What making one element needs beside the element itself. */
export interface BuildContext {
  readonly sheet: Sheet;
  readonly sources: Sources;
  readonly create: Create;
  readonly zeebe: Zeebe;
  readonly formId: (form: string) => string;
  /** The one message, signal or error of that name, made when first asked for. */
  readonly message: (name: string, correlation: string | undefined) => ModdleObject;
  readonly signal: (name: string) => ModdleObject;
  readonly error: (code: string) => ModdleObject;
}
