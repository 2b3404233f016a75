import { fromJson, toJson } from '@iter/feel';
import type { FeelValue } from '@iter/feel';
import { compileDefinitions, decide } from '../src/index.ts';
import type { CompiledDefinitions, CompileDmnOptions, DecisionResult } from '../src/index.ts';

/** A model around elements. */
export function model(elements: string, attributes = 'namespace="urn:test"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" ${attributes}>
${elements}
</definitions>`;
}

/** Compiles a model that must have no faults. */
export function compiled(xml: string, options: CompileDmnOptions = {}): CompiledDefinitions {
  const compilation = compileDefinitions(xml, options);
  if (!compilation.ok) throw new Error(compilation.problems.map((problem) => problem.message).join('\n'));
  return compilation.definitions;
}

export type Variables = Readonly<Record<string, string>>;

/** Decides over variables given as JSON. */
export function ask(xml: string | CompiledDefinitions, id: string, texts: Variables = {}): DecisionResult {
  const definitions = typeof xml === 'string' ? compiled(xml) : xml;
  const variables = new Map<string, FeelValue>(
    Object.entries(texts).map(([name, text]) => [name, fromJson(text)]),
  );
  return decide(definitions, id, variables, { now: Date.UTC(2026, 0, 15) });
}

/** The value of a decision as JSON. */
export function value(xml: string | CompiledDefinitions, id: string, texts: Variables = {}): string {
  const result = ask(xml, id, texts);
  if (!result.ok) throw new Error(result.failure.message);
  return toJson(result.value);
}

/** A decision with the given logic. */
export function decision(id: string, logic: string, requires: readonly string[] = [], typeRef = ''): string {
  const requirements = requires.map(
    (href) => `<informationRequirement><requiredDecision href="${href}"/></informationRequirement>`,
  );
  const type = typeRef === '' ? '' : ` typeRef="${typeRef}"`;
  return `<decision id="${id}" name="${id}"><variable name="${id}"${type}/>${requirements.join('')}${logic}</decision>`;
}

export function literal(text: string): string {
  return `<literalExpression><text>${escape(text)}</text></literalExpression>`;
}

/** A table over the variables of the inputs; a rule is its cells, inputs first. */
export function table(
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly string[])[],
  attributes = '',
): string {
  const input = inputs.map(
    (text, index) =>
      `<input id="i${index + 1}"><inputExpression><text>${escape(text)}</text></inputExpression></input>`,
  );
  const rule = rules.map((cells, index) => {
    const entries = cells.map((cell, column) => {
      const kind = column < inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${kind}><text>${escape(cell)}</text></${kind}>`;
    });
    return `<rule id="r${index + 1}">${entries.join('')}</rule>`;
  });
  return `<decisionTable ${attributes}>${input.join('')}${outputs.join('')}${rule.join('')}</decisionTable>`;
}

/** An output clause. */
export function output(name: string, allowed = '', otherwise = ''): string {
  const values = allowed === '' ? '' : `<outputValues><text>${escape(allowed)}</text></outputValues>`;
  const byDefault =
    otherwise === '' ? '' : `<defaultOutputEntry><text>${escape(otherwise)}</text></defaultOutputEntry>`;
  return `<output id="o-${name}" name="${name}">${values}${byDefault}</output>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
