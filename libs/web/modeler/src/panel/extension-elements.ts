import type { BpmnFactory, CanvasElement, CommandStack, ModelNode } from '../canvas/services.ts';

interface Services {
  commandStack: CommandStack;
  bpmnFactory: BpmnFactory;
}

interface Command {
  cmd: 'element.updateModdleProperties';
  context: { element: CanvasElement; moddleElement: ModelNode; properties: Record<string, unknown> };
}

function update(
  element: CanvasElement,
  moddleElement: ModelNode,
  properties: Record<string, unknown>,
): Command {
  return { cmd: 'element.updateModdleProperties', context: { element, moddleElement, properties } };
}

/** The extension element of that type (`zeebe:TaskSchedule`) of an element, if it has one. */
export function extensionOf(element: CanvasElement, type: string): ModelNode | undefined {
  const extensions = element.businessObject.get('extensionElements') as ModelNode | undefined;
  const values = (extensions?.get('values') as ModelNode[] | undefined) ?? [];
  return values.find((value) => value.$type === type);
}

/** An attribute of an extension element, as text. */
export function extensionText(element: CanvasElement, type: string, attribute: string): string | undefined {
  const value = extensionOf(element, type)?.get(attribute);
  return typeof value === 'string' ? value : undefined;
}

/**
 * Sets attributes of an extension element in one step of the undo stack; makes the element where it is missing and
 * takes it away when no attribute is left.
 */
export function setExtension(
  { commandStack, bpmnFactory }: Services,
  element: CanvasElement,
  type: string,
  properties: Record<string, string | undefined>,
): void {
  const owner = element.businessObject;
  const commands: Command[] = [];
  let extensions = owner.get('extensionElements') as ModelNode | undefined;
  if (!extensions) {
    extensions = bpmnFactory.create('bpmn:ExtensionElements', { values: [] });
    extensions.$parent = owner;
    commands.push(update(element, owner, { extensionElements: extensions }));
  }
  const values = (extensions.get('values') as ModelNode[] | undefined) ?? [];
  const existing = values.find((value) => value.$type === type);
  const others = values.filter((value) => value !== existing);
  if (isEmptyAfter(existing, properties)) commands.push(update(element, extensions, { values: others }));
  else if (existing) commands.push(update(element, existing, properties));
  else {
    const created = bpmnFactory.create(type, properties);
    created.$parent = extensions;
    commands.push(update(element, extensions, { values: [...values, created] }));
  }
  commandStack.execute(
    'properties-panel.multi-command-executor',
    commands as unknown as Record<string, unknown>,
  );
}

function isEmptyAfter(
  existing: ModelNode | undefined,
  properties: Record<string, string | undefined>,
): boolean {
  const kept = existing ? attributesOf(existing).filter((name) => !(name in properties)) : [];
  return kept.length === 0 && Object.values(properties).every((value) => value === undefined);
}

function attributesOf(node: ModelNode): string[] {
  return Object.keys(node).filter(
    (name) => !name.startsWith('$') && (node as unknown as Record<string, unknown>)[name] !== undefined,
  );
}
