import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Sources } from '../build/sources.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const documentsSchema = z.record(
  name,
  z.strictObject({ file: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
);
const conventionsSchema = z.record(name, z.string().min(1));

/** Reads `documents.yaml` and `conventions.yaml` of the folder `seeds/register`. */
export async function readSources(folder: string): Promise<Sources> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(join(folder, file), 'utf8'));
  return {
    documents: documentsSchema.parse(await read('documents.yaml')),
    conventions: conventionsSchema.parse(await read('conventions.yaml')),
  };
}
