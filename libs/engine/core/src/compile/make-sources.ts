import type { Expression } from '../graph/process-graph.ts';
import { asElements, textAt } from './event-definitions.ts';
import type { ElementSource, Sources } from './sources.ts';

/** Whether text is FEEL, and the names of the variables it reads. */
export type AnalyzeExpression = (
  source: string,
) =>
  { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly problem: string };

/** Something wrong with an element; the rule is one of semantics.md section 24. */
export interface CompileProblem {
  readonly elementId: string;
  readonly rule: string;
  readonly expected: string;
}

/** The reader of the diagram that elements compile with; problems are collected. */
export function makeSources(analyze: AnalyzeExpression, problems: CompileProblem[]): Sources {
  const report: Sources['report'] = (source, { rule, expected }) =>
    problems.push({ elementId: idOf(source), rule, expected });
  const expression = (source: ElementSource, feel: string): Expression => {
    const analyzed = analyze(feel);
    if (!analyzed.ok)
      report(source, { rule: 'DEP-8', expected: `FEEL, but '${feel}' is not: ${analyzed.problem}` });
    return { source: feel, dependsOn: analyzed.ok ? analyzed.names : [] };
  };
  return {
    extension,
    report,
    text(source, value) {
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      const text = value.trim();
      return text.startsWith('=') ? expression(source, text.slice(1).trim()) : { fixed: text };
    },
    feel(source, value) {
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      return expression(source, value.trim().replace(/^=/, '').trim());
    },
    property(source, name) {
      const found = propertiesOf(source).find((property) => property.get('name') === name);
      return found && textAt(found, 'value');
    },
  };
}

export function extension(source: ElementSource, type: string): ElementSource | undefined {
  const extensions = source.get('extensionElements') as ElementSource | undefined;
  return asElements(extensions?.get('values')).find(({ $type }) => $type === type);
}

export function propertiesOf(source: ElementSource): readonly ElementSource[] {
  return asElements(extension(source, 'zeebe:Properties')?.get('properties'));
}

function idOf(source: ElementSource): string {
  return source.id ?? source.$parent?.id ?? '';
}
