import type { ModdleElement } from '@iter/bpmn';
import type { Binding, Expression } from '@iter/engine-core';

/** An element of the parsed diagram. */
export type Source = ModdleElement;

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

/** Reads the expressions of a diagram; what is wrong with them is collected, never thrown. */
export class DiagramReader {
  readonly problems: CompileProblem[] = [];
  readonly #analyze: AnalyzeExpression;

  constructor(analyze: AnalyzeExpression) {
    this.#analyze = analyze;
  }

  /** Text that may be FEEL (leading `=`) or stand for itself; absent for absent or empty text. */
  text(source: Source, value: unknown): Expression | undefined {
    const text = nameOf(value)?.trim();
    if (!text) return undefined;
    return text.startsWith('=') ? this.#expression(source, text.slice(1).trim()) : { fixed: text };
  }

  /** Text that must be FEEL; the leading `=` may be missing (DEP-8). */
  feel(source: Source, value: unknown): Expression | undefined {
    const text = nameOf(value)?.trim();
    return text ? this.#expression(source, text.replace(/^=/, '').trim()) : undefined;
  }

  report(source: Source, problem: { readonly rule: string; readonly expected: string }): void {
    this.problems.push({ elementId: source.id ?? source.$parent?.id ?? '', ...problem });
  }

  #expression(source: Source, feel: string): Expression {
    const analyzed = this.#analyze(feel);
    if (analyzed.ok) return { source: feel, dependsOn: analyzed.names };
    this.report(source, { rule: 'DEP-8', expected: `FEEL, but '${feel}' is not: ${analyzed.problem}` });
    return { source: feel, dependsOn: [] };
  }
}

export function elementsAt(source: Source | undefined, property: string): readonly Source[] {
  const value = source?.get(property);
  return Array.isArray(value) ? (value as readonly Source[]) : [];
}

export function elementAt(source: Source | undefined, property: string): Source | undefined {
  return source?.get(property) as Source | undefined;
}

/** The body of a formal expression, such as `loopCondition`. */
export function bodyAt(source: Source, property: string): unknown {
  return elementAt(source, property)?.get('body');
}

/** An attribute that is text; empty where it is missing. */
export function textAt(source: Source, property: string): string {
  return nameOf(source.get(property)) ?? '';
}

/** Text that is not empty. */
export function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first extension element of a type, such as `zeebe:TaskDefinition`. */
export function extension(source: Source, type: string): Source | undefined {
  return elementsAt(elementAt(source, 'extensionElements'), 'values').find(({ $type }) => $type === type);
}

/** `zeebe:property` entries in document order; names may repeat. */
export function propertiesOf(source: Source): { name: string; value: string }[] {
  return elementsAt(extension(source, 'zeebe:Properties'), 'properties').map((property) => ({
    name: textAt(property, 'name'),
    value: textAt(property, 'value'),
  }));
}

/** `bindingType` and `versionTag` of an extension element; `latest` where nothing is said. */
export function bindingOf(called: Source | undefined): Binding {
  const type = called?.get('bindingType');
  const versionTag = called?.get('versionTag');
  if (type === 'versionTag' && typeof versionTag === 'string') return { type, versionTag };
  return { type: type === 'deployment' ? 'deployment' : 'latest' };
}

/** Own and referenced definitions of an event, in document order (EV-11). */
export function definitionsOf(event: Source): readonly Source[] {
  return [...elementsAt(event, 'eventDefinitions'), ...elementsAt(event, 'eventDefinitionRef')];
}
