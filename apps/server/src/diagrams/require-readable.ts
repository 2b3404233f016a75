import { parseBpmn } from '@iter/bpmn';
import type { Locale } from '@iter/contract';
import { deploymentRefusal } from './deployment-problems.ts';

/**
 * A draft may be unfinished, but it must be a BPMN file.
 *
 * @throws Refusal NOT_XML or NOT_BPMN
 */
export async function requireReadable(xml: string, resource: string, locale: Locale): Promise<void> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) throw deploymentRefusal(parsed.problems.map((problem) => ({ ...problem, resource })), locale);
}
