import type { BpmnFactory, CanvasElement, ElementRegistry, EventBus, ModelNode } from './services.ts';

function extensionValues(node: ModelNode): ModelNode[] {
  const extensions = node.get('extensionElements') as ModelNode | undefined;
  return (extensions?.get('values') as ModelNode[] | undefined) ?? [];
}

/**
 * Gives every user task of a diagram drawn elsewhere the mark `zeebe:userTask`, when it is opened, so that the
 * diagram means the same on a Camunda 8 cluster. Tasks drawn here get it from the behaviors of the dialect.
 */
class UserTaskMark {
  static $inject = ['eventBus', 'elementRegistry', 'bpmnFactory'];

  constructor(eventBus: EventBus, elementRegistry: ElementRegistry, bpmnFactory: BpmnFactory) {
    eventBus.on('import.done', () => {
      const userTasks = elementRegistry.filter((element: CanvasElement) => element.type === 'bpmn:UserTask');
      for (const { businessObject } of userTasks) mark(businessObject, bpmnFactory);
    });
  }
}

function mark(task: ModelNode, factory: BpmnFactory): void {
  const values = extensionValues(task);
  if (values.some((value) => value.$type === 'zeebe:UserTask')) return;
  const extensions =
    (task.get('extensionElements') as ModelNode | undefined) ??
    factory.create('bpmn:ExtensionElements', { values: [] });
  extensions.$parent = task;
  const userTask = factory.create('zeebe:UserTask');
  userTask.$parent = extensions;
  Object.assign(extensions, { values: [userTask, ...values] });
  Object.assign(task, { extensionElements: extensions });
}

export const UserTaskMarkModule = {
  __init__: ['userTaskMark'],
  userTaskMark: ['type', UserTaskMark],
};
