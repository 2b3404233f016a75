import type { ModdleElement, ParsedDiagram } from '@iter/bpmn';
import type { BundleFile } from '@iter/contract';
import { formChoices } from '../panel/form-choices.ts';

/** Rules beside those of the deployment: what an official means and a diagram can lack. */
export type HouseRule = 'ITER-1' | 'ITER-2' | 'ITER-3' | 'DEP-30';

export interface HouseFinding {
  rule: HouseRule;
  severity: 'error' | 'warning' | 'info';
  elementId: string;
  name: string;
}

const list = (element: ModdleElement | undefined, property: string): readonly ModdleElement[] =>
  (element?.get(property) ?? []) as readonly ModdleElement[];

function extensionsOf(element: ModdleElement): readonly ModdleElement[] {
  return list(element.get('extensionElements') as ModdleElement | undefined, 'values');
}

function nodesOf(scope: ModdleElement): ModdleElement[] {
  return list(scope, 'flowElements').flatMap((element) => [element, ...nodesOf(element)]);
}

const isNamed = (element: ModdleElement): boolean => Boolean(element.name?.trim());

/** ITER-1: nobody would see the task. */
function hasNobody(node: ModdleElement): boolean {
  if (node.$type !== 'bpmn:UserTask') return false;
  const assignment = extensionsOf(node).find(({ $type }) => $type === 'zeebe:AssignmentDefinition');
  return !['assignee', 'candidateGroups', 'candidateUsers'].some((name) => assignment?.get(name));
}

/** ITER-3: of two ways out of a decision nobody could say which is which. */
function hasUnnamedOutcome(node: ModdleElement): boolean {
  const ways = list(node, 'outgoing');
  return node.$type === 'bpmn:ExclusiveGateway' && ways.length > 1 && ways.some((way) => !isNamed(way));
}

/** DEP-30: a form of the procedure's own that is not among its files. */
function hasMissingForm(node: ModdleElement, forms: ReadonlySet<string>): boolean {
  return extensionsOf(node).some((extension) => {
    const formId = extension.get('formId');
    return (
      extension.$type === 'zeebe:FormDefinition' &&
      extension.get('bindingType') === 'deployment' &&
      !(typeof formId === 'string' && forms.has(formId))
    );
  });
}

/**
 * What these rules find in a diagram.
 *
 * @param files the forms and decisions that are published along
 */
export function checkHouseRules(diagram: ParsedDiagram, files: readonly BundleFile[]): HouseFinding[] {
  const forms = new Set(formChoices(files).map(({ formId }) => formId));
  const processes = list(diagram.definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  return processes.flatMap(nodesOf).flatMap((node) => {
    const about = { elementId: node.id ?? '', name: node.name?.trim() || (node.id ?? '') };
    const found: HouseFinding[] = [];
    if (hasMissingForm(node, forms)) found.push({ rule: 'DEP-30', severity: 'error', ...about });
    if (hasNobody(node)) found.push({ rule: 'ITER-1', severity: 'warning', ...about });
    if (/Task$|CallActivity$/.test(node.$type) && !isNamed(node))
      found.push({ rule: 'ITER-2', severity: 'warning', ...about });
    if (hasUnnamedOutcome(node)) found.push({ rule: 'ITER-3', severity: 'info', ...about });
    return found;
  });
}
