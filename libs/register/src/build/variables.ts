import type { FormField } from '../sheet/form.schema.ts';
import type { Sheet } from '../sheet/sheet.schema.ts';
import type { FlowGraph, FlowNode } from './flow-graph.ts';

/** Fields that a person fills in or changes, and that stay with the case. */
export function keptFields(sheet: Sheet, form: string | undefined): FormField[] {
  return formFields(sheet, form).filter(({ keep, readonly }) => keep !== 'task' && !readonly);
}

export function formFields(sheet: Sheet, form: string | undefined): FormField[] {
  const fields = form === undefined ? [] : (sheet.forms[form]?.fields ?? []);
  return fields.filter((field) => field.type !== 'show');
}

/** Variables that the steps of a graph set, each once. */
export function variablesOfGraph(graph: FlowGraph, sheet: Sheet): string[] {
  return [...new Set(graph.nodes.flatMap((node) => variablesOfNode(node, sheet)))];
}

export function variablesOfNode(node: FlowNode, sheet: Sheet): string[] {
  if (node.kind === 'subprocess') return node.repeat ? collected(node) : variablesOfGraph(node.inner, sheet);
  const step = sheet.steps[node.id];
  const outputs = Object.keys(step?.outputs ?? {});
  if (node.kind !== 'task') return outputs;
  if (node.repeat !== undefined) return collected(node);
  if (node.task.type === 'rule') return [sheet.decisions[node.task.decision]?.result ?? '', ...outputs];
  const fields = node.task.type === 'user' ? keptFields(sheet, step?.form).map(({ key }) => key) : [];
  return [...fields, ...outputs];
}

function collected({ repeat }: Extract<FlowNode, { kind: 'subprocess' | 'task' }>): string[] {
  return repeat?.collect === undefined ? [] : [repeat.collect.into];
}
