import { parseBpmn } from '@iter/bpmn';
import type { Locale } from '@iter/contract';
import { deploymentRefusal } from './deployment-problems.ts';

/**
 * A draft may be unfinished, but it must be a BPMN file.
 *
 * @throws Refusal NOT_XML or NOT_BPMN
 */
export async function requireReadable(xml: string, name: string, locale: Locale): Promise<void> {
  const parsed = await parseBpmn(xml);
  if (parsed.ok) return;
  const problems = parsed.problems.map(({ rule, severity, expected, line, column }) => ({
    resource: name,
    rule,
    severity,
    message: expected,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
  throw await deploymentRefusal(problems, [{ name, content: new TextEncoder().encode(xml) }], locale);
}
