import type { BpmnFactory, ModelNode } from './services.ts';

/** What the register knows a procedure by: the id of its process and the facts of its sheet (`iter:…`). */
export interface ProcedureIdentity {
  processId: string;
  facts: readonly { name: string; value: string }[];
}

const PROPERTIES = 'zeebe:Properties';

function list(node: ModelNode | undefined, property: string): ModelNode[] {
  return (node?.get(property) as ModelNode[] | undefined) ?? [];
}

function textOf(node: ModelNode, property: string): string {
  const value = node.get(property);
  return typeof value === 'string' ? value : '';
}

function processesOf(definitions: ModelNode): ModelNode[] {
  return list(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
}

function propertiesOf(process: ModelNode | undefined): ModelNode | undefined {
  const extensions = process?.get('extensionElements') as ModelNode | undefined;
  return list(extensions, 'values').find(({ $type }) => $type === PROPERTIES);
}

function factsOf(process: ModelNode | undefined): { name: string; value: string }[] {
  return list(propertiesOf(process), 'properties')
    .map((property) => ({
      name: textOf(property, 'name'),
      value: textOf(property, 'value'),
    }))
    .filter(({ name }) => name.startsWith('iter:'));
}

/** The identity of the procedure that is open. */
export function readIdentity(definitions: ModelNode, processId: string): ProcedureIdentity {
  return { processId, facts: factsOf(processesOf(definitions).find(({ id }) => id === processId)) };
}

/**
 * Makes a diagram from elsewhere the diagram of this procedure: its main process (the one of that id, else the
 * executable one, else the first) gets the id, and the facts of the sheet where the file brings none.
 *
 * @returns whether the file has a process at all
 */
export function takeIdentity(
  definitions: ModelNode,
  { processId, facts }: ProcedureIdentity,
  factory: BpmnFactory,
): boolean {
  const processes = processesOf(definitions);
  const main =
    processes.find(({ id }) => id === processId) ??
    processes.find((process) => process.get('isExecutable') === true) ??
    processes[0];
  if (!main) return false;
  if (main.id !== processId) Object.assign(main, { id: processId, isExecutable: true });
  if (factsOf(main).length === 0 && facts.length > 0) addFacts(main, facts, factory);
  return true;
}

function addFacts(process: ModelNode, facts: ProcedureIdentity['facts'], factory: BpmnFactory): void {
  let extensions = process.get('extensionElements') as ModelNode | undefined;
  if (!extensions) {
    extensions = owned(process, factory.create('bpmn:ExtensionElements', { values: [] }));
    Object.assign(process, { extensionElements: extensions });
  }
  let properties = propertiesOf(process);
  if (!properties) {
    properties = owned(extensions, factory.create(PROPERTIES, { properties: [] }));
    Object.assign(extensions, { values: [...list(extensions, 'values'), properties] });
  }
  const holder = properties;
  const added = facts.map((fact) => owned(holder, factory.create('zeebe:Property', { ...fact })));
  Object.assign(holder, { properties: [...list(holder, 'properties'), ...added] });
}

function owned(parent: ModelNode, child: ModelNode): ModelNode {
  child.$parent = parent;
  return child;
}
