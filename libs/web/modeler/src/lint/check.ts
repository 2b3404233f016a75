import { checkParsed, parseBpmn, type DiagramProblem as Found, type ParsedDiagram } from '@iter/bpmn';
import type { BundleFile, DiagramProblem } from '@iter/contract';
import type { Texts } from '@iter/web-kit';
import { checkHouseRules, type HouseFinding } from './house-rules.ts';

export interface CheckTexts {
  /** Room `bpmn`: the rules of the deployment. */
  bpmn: Texts;
  /** Room `modeler`: the house's own. */
  modeler: Texts;
}

/**
 * Everything wrong or doubtful with a diagram, in the reader's words: the rules that the deployment asks, by the
 * same code, and the house's own.
 */
export async function checkDraft(
  xml: string,
  files: readonly BundleFile[],
  texts: CheckTexts,
): Promise<DiagramProblem[]> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return parsed.problems.map((problem) => inWords(problem, texts));
  return [
    ...checkParsed(parsed).map((problem) => inWords(problem, texts)),
    ...checkHouseRules(parsed, files).map((finding) => ofHouse(finding, parsed, texts)),
  ];
}

function inWords(found: Found, { bpmn }: CheckTexts): DiagramProblem {
  const { rule, severity, text, params, elementId, elementName, expected, line, column } = found;
  const key = `rules.${rule}.${text}`;
  const message = bpmn(key, params);
  return {
    resourceName: null,
    elementId: elementId ?? null,
    elementName: elementName ?? nameAmong(params),
    rule,
    severity,
    // i18next answers the key for a text that a newer check brings.
    message: message === key ? expected : message,
    expected,
    line: line ?? null,
    column: column ?? null,
    params,
  };
}

function nameAmong(params: Found['params']): string | null {
  const name = params['name'];
  return typeof name === 'string' && name !== '' ? name : null;
}

function ofHouse(finding: HouseFinding, { places }: ParsedDiagram, texts: CheckTexts): DiagramProblem {
  const { rule, severity, elementId, name } = finding;
  const place = places.ofId(elementId);
  return {
    resourceName: null,
    elementId,
    elementName: name,
    rule,
    severity,
    message:
      rule === 'DEP-30'
        ? texts.bpmn('rules.DEP-30.text', { name })
        : texts.modeler(`rules.${rule}`, { name }),
    expected: null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}
