import type { ModdleElement } from '../moddle-element.ts';
import {
  type Check,
  called,
  eventDefinitions,
  hasDefinition,
  is,
  isEventSubProcess,
  list,
  ref,
} from './diagram.ts';

/** Most flow nodes in a file, and how deep scopes may lie in each other (DEP-31). */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 50;

/** DEP-31: a size that can be checked and run; asked before all else, which takes longer the larger a file is. */
export const size: Check = ({ elements, report }) => {
  if (elements.length > MOST_ELEMENTS) {
    report(
      undefined,
      'DEP-31',
      `Expected at most ${MOST_ELEMENTS} elements, but there are ${elements.length}`,
    );
  }
  const deep = elements.find((element) => depthOf(element) > DEEPEST);
  if (deep)
    report(deep, 'DEP-31', `Expected scopes at most ${DEEPEST} deep, but ${called(deep)} lies deeper`);
};

/** DEP-3 and WARN-1: there is a process. */
const processes: Check = ({ definitions, processes: runnable, report }) => {
  const all = list(definitions, 'rootElements').filter((root) => is(root, 'bpmn:Process'));
  if (all.length === 0) report(undefined, 'DEP-3', 'Expected a process in the file, but there is none');
  for (const process of all) {
    if (process.get('isExecutable') === undefined || !runnable.includes(process)) {
      const state = runnable.includes(process) ? 'it does not say so' : 'it is not, and will only be shown';
      report(process, 'WARN-1', `Expected process ${called(process)} to be marked executable, but ${state}`);
    }
  }
};

function depthOf(element: ModdleElement): number {
  let depth = 0;
  for (let scope = element.$parent; scope; scope = scope.$parent) depth++;
  return depth;
}

/** WARN-2: a diagram that cannot be shown. */
const drawing: Check = ({ definitions, report }) => {
  const planes = list(definitions, 'diagrams').filter(
    (diagram) => list(ref(diagram, 'plane'), 'planeElement').length > 0,
  );
  if (planes.length === 0) report(undefined, 'WARN-2', 'Expected a drawing in the file, but there is none');
};

/** WARN-7: parts of the standard that are kept, and move nothing. */
const keptOnly: Check = ({ nodes, report }) => {
  for (const activity of nodes.filter((node) => is(node, 'bpmn:Activity'))) {
    const specification = ref(activity, 'ioSpecification');
    const collection = ref(activity, 'loopCharacteristics')?.get('loopDataInputRef');
    const associations = [
      ...list(activity, 'dataInputAssociations'),
      ...list(activity, 'dataOutputAssociations'),
    ];
    if ((specification && !collection) || associations.some((one) => list(one, 'assignment').length > 0)) {
      report(
        activity,
        'WARN-7',
        `Expected data of ${called(activity)} to move by its mappings; its data associations are only kept`,
      );
    }
  }
};

/** WARN-10 and WARN-15: handlers that nothing can set going. */
const idleHandlers: Check = ({ nodes, inside, boundariesOf, report }) => {
  const canceled = new Set<ModdleElement>();
  for (const end of nodes.filter((node) => is(node, 'bpmn:EndEvent') && hasDefinition(node, 'Cancel')))
    for (let scope = end.$parent; scope; scope = scope.$parent) canceled.add(scope);
  for (const transaction of nodes.filter((node) => is(node, 'bpmn:Transaction'))) {
    const ends = canceled.has(transaction);
    const caught = boundariesOf(transaction).some((event) => hasDefinition(event, 'Cancel'));
    if (ends !== caught) {
      report(
        transaction,
        'WARN-10',
        `Expected a cancel end inside ${called(transaction)} and a cancel boundary event at it`,
      );
    }
  }
  for (const scope of nodes.filter((node) => isEventSubProcess(node) && is(node.$parent, 'bpmn:Process'))) {
    const compensates = inside(scope).some(
      (node) => is(node, 'bpmn:StartEvent') && hasDefinition(node, 'Compensate'),
    );
    if (compensates)
      report(
        scope,
        'WARN-15',
        `Expected no compensation event sub-process of a process, but ${called(scope)} is one`,
      );
  }
};

/** WARN-20: constructs that Camunda 8 refuses at deployment. */
const portability: Check = ({ nodes, report }) => {
  for (const node of nodes) {
    const construct = refusedByCamunda(node);
    if (construct)
      report(node, 'WARN-20', `Expected what Camunda 8 runs too, but ${called(node)} is a ${construct}`, {
        construct,
      });
  }
};

function refusedByCamunda(node: ModdleElement): string | undefined {
  if (is(node, 'bpmn:ComplexGateway')) return 'complex gateway';
  if (is(node, 'bpmn:Transaction')) return 'transaction';
  if (is(ref(node, 'loopCharacteristics'), 'bpmn:StandardLoopCharacteristics')) return 'standard loop';
  if (is(node, 'bpmn:Activity') && Number(node.get('startQuantity') ?? 1) > 1) return 'start quantity';
  if (is(node, 'bpmn:Activity') && Number(node.get('completionQuantity') ?? 1) > 1)
    return 'completion quantity';
  if (eventDefinitions(node).length > 1) return 'multiple event';
  return undefined;
}

export const processChecks: readonly Check[] = [processes, drawing, keptOnly, idleHandlers, portability];
